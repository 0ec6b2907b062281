//! Where an output really is, and whether canllaw may write there.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::real_path::real;
use super::{Manifest, PublishError, mount};

/// What a site is built from, and its output must therefore leave alone. Paths that are not there
/// are allowed: an output may not take their place either.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    /// The site's folder. The output may lie in it, but may neither be it nor hold it.
    pub site: &'a Path,
    /// Folders of which every file is read, such as `content`. The output may not lie in them either.
    pub folders: &'a [&'a Path],
}

/// An output folder, which may not be there yet.
#[derive(Debug)]
pub(super) struct Destination {
    asked: PathBuf,
    folder: PathBuf,
    parent: PathBuf,
    name: OsString,
}

impl Destination {
    /// Follows links to where the output is, and holds it against what the site is built from.
    pub fn resolve(asked: &Path, inputs: &Inputs<'_>) -> Result<Self, PublishError> {
        let unnamed = || PublishError::Unnamed {
            output: asked.to_owned(),
        };
        let folder = real(asked).map_err(PublishError::system("find", asked))?;
        let name = folder.file_name().ok_or_else(unnamed)?.to_owned();
        let parent = folder.parent().ok_or_else(unnamed)?.to_owned();
        let destination = Destination {
            asked: asked.to_owned(),
            folder,
            parent,
            name,
        };
        destination.keep_off(inputs)?;
        Ok(destination)
    }

    fn keep_off(&self, inputs: &Inputs<'_>) -> Result<(), PublishError> {
        for &input in [inputs.site].iter().chain(inputs.folders) {
            let real = real(input).map_err(PublishError::system("find", input))?;
            let (output, input) = (self.asked.clone(), input.to_owned());
            if real.starts_with(&self.folder) {
                return Err(PublishError::HoldsInput { output, input });
            }
            if input != inputs.site && self.folder.starts_with(&real) {
                return Err(PublishError::InsideInput { output, input });
            }
        }
        Ok(())
    }

    /// The list of the files that an earlier build wrote here; `None` where nothing is there yet.
    pub fn earlier(&self) -> Result<Option<Manifest>, PublishError> {
        let reading = || PublishError::system("read", &self.folder);
        match fs::symlink_metadata(&self.folder) {
            Err(fault) if fault.kind() == ErrorKind::NotFound => return Ok(None),
            Err(fault) => return Err(reading()(fault)),
            Ok(found) if !found.is_dir() => {
                let output = self.asked.clone();
                return Err(PublishError::NotAFolder { output });
            }
            Ok(_) => {}
        }
        if mount::is_mount_point(&self.folder).map_err(reading())? {
            let output = self.asked.clone();
            return Err(PublishError::MountedOutput { output });
        }
        if let Some(manifest) = Manifest::read(&self.folder)? {
            return Ok(Some(manifest));
        }
        match fs::read_dir(&self.folder).map_err(reading())?.next() {
            None => Ok(None),
            Some(found) => Err(PublishError::NotOurs {
                output: self.asked.clone(),
                found: found.map_err(reading())?.file_name().into(),
            }),
        }
    }

    /// Whether there is nothing at the output, or an empty folder.
    pub fn is_vacant(&self) -> io::Result<bool> {
        match fs::read_dir(&self.folder) {
            Ok(mut names) => Ok(names.next().is_none()),
            Err(fault) if fault.kind() == ErrorKind::NotFound => Ok(true),
            Err(fault) => Err(fault),
        }
    }

    /// The output as it was asked for, for messages.
    pub fn asked(&self) -> &Path {
        &self.asked
    }

    /// The output, without links on the way.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder that the output lies in.
    pub fn parent(&self) -> &Path {
        &self.parent
    }

    /// The start of a hidden name beside the output, for what belongs to it.
    pub fn hidden_name(&self, end: &str) -> OsString {
        [OsStr::new("."), &self.name, OsStr::new(end)]
            .into_iter()
            .collect()
    }
}
