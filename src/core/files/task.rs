//! What the batch asks others to find out about a file, and what came of it.

use super::{
    file::{Digest, FileId, PickedFile, Unreadable},
    lock::UnlockFailure,
};
use crate::{core::request::RequestId, pdf::PdfReport, statement::Facts};

/// What the batch asks others to find out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Inspect the file. Answered by [`TaskResult::Inspected`].
    Inspect {
        /// The file.
        id: FileId,
        /// The id that the answer carries.
        request: RequestId,
    },
    /// Read what the pages of the file say. Answered by [`TaskResult::Read`].
    Read {
        /// The file.
        id: FileId,
        /// The id that the answer carries.
        request: RequestId,
    },
    /// Hash all bytes of the file, because another file has the same size. Answered by [`TaskResult::Hashed`].
    Hash {
        /// The file.
        id: FileId,
        /// The id that the answer carries.
        request: RequestId,
    },
}

/// What was found out about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskResult {
    /// The answer to [`Task::Inspect`].
    Inspected(RequestId, Result<PdfReport, Unreadable>),
    /// The answer to [`Task::Read`]; without facts if the checker was lost, or the file can't be read any more. A doubt
    /// never rejects a file.
    Read(RequestId, Box<Facts>),
    /// The answer to [`Task::Hash`]; `None` if the checker was lost. Such a file is not taken for a copy, because a
    /// doubt never rejects a file.
    Hashed(RequestId, Result<Option<Digest>, Unreadable>),
    /// The answer to a try to unlock the file ([`Batch::unlock`](super::batch::Batch::unlock)): the unlocked copy, which
    /// takes its place, or why there is none.
    Unlocked(RequestId, Result<PickedFile, UnlockFailure>),
}

/// An answer: not asked for, awaited, or received.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Pending<T> {
    NotRequested,
    Requested(RequestId),
    Received(Result<T, Unreadable>),
}

impl<T> Pending<T> {
    pub(super) fn is_requested(&self) -> bool {
        matches!(self, Self::Requested(_))
    }

    #[cfg(any(test, fuzzing))]
    pub(super) fn request(&self) -> Option<RequestId> {
        match self {
            Self::Requested(request) => Some(*request),
            Self::NotRequested | Self::Received(_) => None,
        }
    }

    pub(super) fn is_answered_by(&self, request: RequestId) -> bool {
        matches!(self, Self::Requested(awaited) if *awaited == request)
    }

    pub(super) fn value(&self) -> Option<&T> {
        match self {
            Self::Received(Ok(value)) => Some(value),
            _ => None,
        }
    }

    pub(super) fn has_failed(&self) -> bool {
        matches!(self, Self::Received(Err(Unreadable)))
    }
}
