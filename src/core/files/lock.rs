//! Files that are locked with a password, and what came of unlocking them here.

use crate::core::request::RequestId;

/// Why a file was not unlocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnlockFailure {
    /// The password does not open it.
    WrongPassword,
    /// It is too damaged or too large to be copied, it can't be read any more, or the checker was lost.
    Failed,
}

/// Where a locked file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    /// It needs a password.
    Locked,
    /// A password is being tried.
    Unlocking,
    /// The password that was entered for it did not help.
    Refused(UnlockFailure),
}

/// How far the unlocking of a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unlocking {
    NotRequested,
    Requested {
        request: RequestId,
        /// Whether the password was entered for this file, and not for another one.
        is_own: bool,
    },
    Refused(UnlockFailure),
    /// The unlocked copy has taken its place.
    Done,
}

impl Unlocking {
    pub(super) fn request(self) -> Option<RequestId> {
        if let Self::Requested { request, .. } = self { Some(request) } else { None }
    }

    /// After a password did not help. Nothing is said of a file for which it was not meant.
    pub(super) fn refused(self, failure: UnlockFailure) -> Self {
        if let Self::Requested { is_own: true, .. } = self { Self::Refused(failure) } else { Self::NotRequested }
    }

    /// Where a file stands that needs a password.
    pub(super) fn lock(self) -> Lock {
        match self {
            Self::NotRequested | Self::Done => Lock::Locked,
            Self::Requested { .. } => Lock::Unlocking,
            Self::Refused(failure) => Lock::Refused(failure),
        }
    }
}
