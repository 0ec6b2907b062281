//! Whole folders beside a site's texts: made, or moved, in one step.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::PublishError;
use super::place::with_folders;
use super::real_path::folder_around;
use super::sync;

/// Makes a folder with files in it, by their paths below it: all of them, or no folder. Where there is
/// something already, nothing is made; but an empty folder is filled.
///
/// # Errors
/// When something is there, or the folder around it is not there or may not be written to.
pub fn make_folder(path: &Path, files: &[(String, Vec<u8>)]) -> Result<(), PublishError> {
    let writing = || PublishError::system("write", path);
    let around = folder_around(path);
    fs::create_dir_all(around).map_err(writing())?;
    let made = begun(around, files).map_err(writing())?;
    move_new(made.path(), path).map_err(|fault| match fault.kind() {
        ErrorKind::AlreadyExists => PublishError::Taken {
            path: path.to_owned(),
            is_folder: path.is_dir(),
        },
        _ => writing()(fault),
    })?;
    // It has another name now, and is not to be cleared away.
    let _ = made.keep();
    sync::names_in(around);
    Ok(())
}

/// As [`make_folder`], but a folder that is there is filled and keeps its place, where it holds nothing but what
/// is hidden, such as `.git`: someone may stand in it. What lies in it is put there in the order of the files.
///
/// # Errors
/// As [`make_folder`]; the folder then holds what it held.
pub fn fill_folder(path: &Path, files: &[(String, Vec<u8>)]) -> Result<(), PublishError> {
    let writing = || PublishError::system("write", path);
    if !path.is_dir() {
        return make_folder(path, files);
    }
    let taken = || PublishError::Taken {
        path: path.to_owned(),
        is_folder: true,
    };
    for entry in fs::read_dir(path).map_err(writing())? {
        let name = entry.map_err(writing())?.file_name();
        if !name.to_string_lossy().starts_with('.') {
            return Err(taken());
        }
    }
    let made = begun(path, files).map_err(writing())?;
    let mut names: Vec<&str> = Vec::new();
    for (file, _) in files {
        let name = file.split('/').next().unwrap_or(file);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    for (at, name) in names.iter().enumerate() {
        let put = move_new(&made.path().join(name), &path.join(name));
        if let Err(fault) = put {
            for name in &names[..at] {
                let _ = fs::rename(path.join(name), made.path().join(name));
            }
            return Err(match fault.kind() {
                ErrorKind::AlreadyExists => taken(),
                _ => writing()(fault),
            });
        }
    }
    sync::names_in(path);
    Ok(())
}

/// A hidden folder in another, with files in it, which is gone when it is dropped. One that a killed run leaves stays:
/// nothing reads it, and by its name it could be somebody's own, or that of a run that goes on.
fn begun(around: &Path, files: &[(String, Vec<u8>)]) -> io::Result<tempfile::TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".canllaw-");
    {
        // As for any new folder; the process's mask takes away what it does not give.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    let made = builder.tempdir_in(around)?;
    for (name, bytes) in files {
        let file = made.path().join(name);
        let put = || fs::write(&file, bytes);
        with_folders(made.path(), &file, put)?;
    }
    sync::everything_below(made.path())?;
    Ok(made)
}

/// Gives a folder another name beside the one that it has. What has that name already is left alone.
///
/// # Errors
/// When something has the name, or the folder around it may not be written to. The folder then has the
/// name that it had.
pub fn rename_folder(from: &Path, to: &Path) -> Result<(), PublishError> {
    move_new(from, to).map_err(|source| PublishError::NotRenamed {
        from: from.to_owned(),
        to: to.to_owned(),
        source,
    })?;
    sync::names_in(folder_around(to));
    Ok(())
}

/// A rename that takes the place of nothing but an empty folder. Where it fails, what was there is there still.
fn move_new(from: &Path, to: &Path) -> io::Result<()> {
    match rename_to_nothing(from, to) {
        Err(fault) if fault.kind() == ErrorKind::AlreadyExists => rename_onto_empty(from, to),
        done => done,
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn rename_to_nothing(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE).map_err(io::Error::from) {
        // A file system without the flag says that it is invalid, or that there is no such call.
        Err(fault)
            if matches!(
                fault.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported
            ) =>
        {
            look_and_rename(from, to)
        }
        done => done,
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn rename_to_nothing(from: &Path, to: &Path) -> io::Result<()> {
    look_and_rename(from, to)
}

/// Where the system has no rename that leaves alone what is there.
fn look_and_rename(from: &Path, to: &Path) -> io::Result<()> {
    match fs::symlink_metadata(to) {
        Ok(_) => Err(ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}

/// Of folders the system itself renames one onto an empty one alone, in one step.
fn rename_onto_empty(from: &Path, to: &Path) -> io::Result<()> {
    let is_folder = |path: &Path| fs::symlink_metadata(path).is_ok_and(|it| it.is_dir());
    if !is_folder(from) || !is_folder(to) {
        return Err(ErrorKind::AlreadyExists.into());
    }
    fs::rename(from, to).map_err(|fault| match fault.kind() {
        ErrorKind::DirectoryNotEmpty => ErrorKind::AlreadyExists.into(),
        _ => fault,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_made_whole_and_takes_the_place_of_nothing() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("a/b");
        let files = vec![
            ("en.md".to_owned(), b"text".to_vec()),
            ("x/y".into(), b"z".to_vec()),
        ];
        make_folder(&folder, &files).unwrap();
        assert_eq!(fs::read(folder.join("x/y")).unwrap(), b"z");
        assert!(make_folder(&folder, &files).is_err());
        assert!(rename_folder(&folder, home.path()).is_err());
        let names: Vec<_> = fs::read_dir(home.path().join("a")).unwrap().collect();
        assert_eq!(names.len(), 1, "nothing is left of what failed");
    }

    #[test]
    fn an_empty_folder_is_filled_and_is_there_still_when_that_fails() {
        let home = tempfile::tempdir().unwrap();
        let [from, to, file] = ["from", "to", "file"].map(|name| home.path().join(name));
        fs::create_dir(&to).unwrap();
        assert!(
            rename_folder(&from, &to).is_err(),
            "there is nothing to rename"
        );
        assert!(to.is_dir());
        fs::write(&file, "someone's").unwrap();
        assert!(rename_folder(&file, &to).is_err());
        assert!(to.is_dir());

        fs::create_dir(&from).unwrap();
        fs::write(from.join("en.md"), "text").unwrap();
        assert!(rename_folder(&from, &file).is_err());
        assert_eq!(fs::read(&file).unwrap(), b"someone's");
        rename_folder(&from, &to).unwrap();
        assert_eq!(fs::read(to.join("en.md")).unwrap(), b"text");
        assert!(!from.exists());
    }
}
