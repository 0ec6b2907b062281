//! What a version is on a day: whether it holds, and if not, why.

use jiff::civil::Date;

use super::document::Document;
use super::tenure::TenureBegin;

/// What a version is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    InForce,
    /// It holds, unless one that may hold already has taken its place.
    MayBeReplaced,
    /// It may hold already: of its start no more is known than days of which some are still to come.
    MayHold,
    /// It is published and will hold.
    Coming,
    /// A later version holds in its place.
    Superseded,
    /// A correction of the same version holds in its place.
    Corrected,
    /// The document is withdrawn, and no other version had taken its place by then; or it will be, before the
    /// version takes effect.
    Withdrawn,
    /// It is no draft, and readers cannot read it yet.
    Unpublished,
    /// It is a draft.
    Draft,
}

impl Standing {
    /// Whether it holds, as far as is known.
    pub fn is_in_force(self) -> bool {
        matches!(self, Standing::InForce | Standing::MayBeReplaced)
    }

    /// Whether readers can read it, and it will hold, or may already.
    pub fn is_coming(self) -> bool {
        matches!(self, Standing::MayHold | Standing::Coming)
    }

    /// Whether it can no longer hold, unless the document is reinstated.
    pub fn is_past(self) -> bool {
        matches!(
            self,
            Standing::Superseded | Standing::Corrected | Standing::Withdrawn
        )
    }

    /// Whether its start, or that of the version to replace it, is not fully known and may have been already.
    pub fn is_unsure(self) -> bool {
        matches!(self, Standing::MayHold | Standing::MayBeReplaced)
    }
}

impl Document {
    /// What a version is on a day.
    pub fn standing(&self, version: usize, on: Date) -> Standing {
        let it = &self.versions[version];
        if it.is_draft() {
            return Standing::Draft;
        }
        if !it.is_published(on) {
            return Standing::Unpublished;
        }
        if it.begins_by() > Some(on) {
            return self.standing_before_effect(version, on);
        }
        // What a withdrawal ended is withdrawn; what had been replaced by then stays so.
        let withdrawal = self.withdrawal(on);
        let told = withdrawal.map_or(Some(on), |withdrawn| withdrawn.on.yesterday().ok());
        match told.and_then(|day| self.newest_begun(day)) {
            Some(holding) if version < holding => {
                let is_same = self.versions[holding].begins_by() == it.begins_by();
                match is_same {
                    true => Standing::Corrected,
                    false => Standing::Superseded,
                }
            }
            _ if withdrawal.is_some() => Standing::Withdrawn,
            _ if self.may_have_begun(on, on).is_some() => Standing::MayBeReplaced,
            _ => Standing::InForce,
        }
    }

    /// Whether another version, or a correction, holds in a version's place on a day.
    pub fn is_replaced(&self, version: usize, on: Date) -> bool {
        let standing = self.standing(version, on);
        matches!(standing, Standing::Superseded | Standing::Corrected)
    }

    /// Whether readers cannot read a version on a day: it is a draft, or will be published later.
    pub fn is_unpublished(&self, version: usize, on: Date) -> bool {
        matches!(
            self.standing(version, on),
            Standing::Unpublished | Standing::Draft
        )
    }

    /// The first published version that will hold and does not yet for certain.
    pub fn coming(&self, on: Date) -> Option<usize> {
        (0..self.versions.len()).find(|&at| self.standing(at, on).is_coming())
    }

    /// Whether of the version in force on a day it is not known whether another has taken its place.
    pub fn in_force_is_unsure(&self, on: Date) -> bool {
        let in_force = self.in_force(on);
        in_force.is_some_and(|at| self.standing(at, on) == Standing::MayBeReplaced)
    }

    /// What a version is on a day before the last on which it can take effect.
    fn standing_before_effect(&self, version: usize, on: Date) -> Standing {
        let tenure = self.tenure(version);
        let is_corrected = tenure.successor.is_some_and(|successor| {
            self.versions[successor].is_published(on)
                && self.versions[successor].begins_by() == self.versions[version].begins_by()
        });
        match tenure.begin {
            _ if is_corrected => Standing::Corrected,
            TenureBegin::Never if self.withdrawal(on).is_some() => Standing::Withdrawn,
            // It will not hold either, and must not be announced.
            TenureBegin::Never if self.is_withdrawn_throughout(version) => Standing::Withdrawn,
            _ if self.withdrawal(on).is_none() && self.can_have_begun(version, on, on) => {
                Standing::MayHold
            }
            _ => Standing::Coming,
        }
    }
}
