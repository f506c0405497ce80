//! Writes a copy of an encrypted file that opens without a password, from the document that the inspection left.
//!
//! Sans-IO like the inspection, and under a budget of its own. Strings and streams are decrypted; everything else is
//! copied byte for byte: document information, metadata, both file identifiers, object and generation numbers, object
//! streams, and each revision of the file as a revision. So the copy looks neither printed nor edited. Only the encryption
//! dictionary and the linearization are left out, which describe bytes that the copy doesn't have.
//!
//! Attachments under a method of their own (`/EFF`) stay encrypted.

mod object;
mod password;
mod revision;
mod section;

use super::{
    budget::{Budget, LimitExceeded},
    document::Document,
    encryption::Encryption,
    encryption_dict,
    error::{ParseError, ParseResult},
    object::Object,
    range::Range,
    recovery,
};
use password::Candidates;
use revision::Copier;

/// The most rounds of reading: the encryption dictionary, and then the rest of the file.
const MAX_ROUNDS: u32 = 100;

/// Why there is no unlocked copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnlockError {
    /// The password is neither the user's nor the owner's.
    WrongPassword,
    /// No password opens the file: it is not encrypted, or by a method that is not supported.
    Unsupported,
    /// The file is too damaged to be copied.
    Damaged,
    /// A limit of the budget was exceeded.
    LimitExceeded(LimitExceeded),
}

/// What the unlocker needs next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnlockStep {
    /// The bytes of all these ranges, in this order, through [`Unlocker::supply`].
    Need(Vec<Range>),
    /// Nothing: the bytes of the copy, or why there is none. After [`UnlockError::WrongPassword`], [`Unlocker::start`] may
    /// be called with another password.
    Done(Result<Vec<u8>, UnlockError>),
}

/// Unlocks one file. [`Inspector::into_unlocker`](super::Inspector::into_unlocker) makes one.
///
/// Whether a password is right is known from a few bytes; the file is read only then. The password is kept until the
/// unlocker is done or dropped, and overwritten then.
///
/// ```
/// use flinks_upload::pdf::{Budget, Inspector, Step, UnlockError, UnlockStep, Unlocker};
///
/// fn unlock(file: &[u8], password: &str) -> Option<Result<Vec<u8>, UnlockError>> {
///     let mut inspector = Inspector::new(file.len() as u64, Budget::default());
///     let mut step = inspector.start();
///     while let Step::Need(ranges) = step {
///         step = inspector.supply(ranges.iter().map(|range| range.of(file).to_vec()).collect());
///     }
///     let mut unlocker = inspector.into_unlocker(&Unlocker::default_budget())?;
///     let mut step = unlocker.start(password);
///     loop {
///         match step {
///             UnlockStep::Need(ranges) => {
///                 step = unlocker.supply(ranges.iter().map(|range| range.of(file).to_vec()).collect());
///             }
///             UnlockStep::Done(result) => return Some(result),
///         }
///     }
/// }
/// assert_eq!(unlock(b"%PDF-1.7 not encrypted", "secret"), None);
/// ```
pub struct Unlocker {
    document: Document,
    budget: Budget,
    passwords: Candidates,
    /// Set once the password is known to be right.
    opened: Option<Opened>,
    rounds: u32,
}

/// What is known of the encryption once a file is open.
#[derive(Debug, Clone, Copy)]
struct Opened {
    /// The object number of the encryption dictionary, if it is an indirect object.
    dict: Option<u32>,
    /// Metadata streams are not encrypted.
    has_clear_metadata: bool,
}

impl Unlocker {
    pub(super) fn new(document: Document, budget: &Budget) -> Self {
        Self { document, budget: budget.clone(), passwords: Candidates::default(), opened: None, rounds: 0 }
    }

    /// A budget that is enough for any file that can be uploaded: 256 MiB read, 500,000 objects, 1 GiB of work. The copy
    /// is held in memory, and the work bounds its length.
    pub fn default_budget() -> Budget {
        Budget { bytes: 256 << 20, objects: 500_000, work: 1 << 30, ..Budget::default() }
    }

    /// Tries a password.
    pub fn start(&mut self, password: &str) -> UnlockStep {
        self.document.renew(&self.budget);
        self.passwords = Candidates::new(password);
        self.opened = None;
        self.rounds = 0;
        self.advance()
    }

    /// Takes the bytes of the ranges of the last [`UnlockStep::Need`], in their order. A slice that is too short ends where
    /// the file does.
    pub fn supply(&mut self, slices: Vec<Vec<u8>>) -> UnlockStep {
        self.document.source.supply(slices);
        self.advance()
    }

    fn advance(&mut self) -> UnlockStep {
        self.rounds = self.rounds.saturating_add(1);
        let mut result = self.run();
        if matches!(result, Err(ParseError::NeedData)) {
            result = match self.document.source.next_ranges() {
                Ok(ranges) if self.rounds <= MAX_ROUNDS => return UnlockStep::Need(ranges),
                Ok(_) => Err(ParseError::LimitExceeded(LimitExceeded::Bytes)),
                Err(error) => Err(error),
            };
        }
        self.passwords.clear();
        UnlockStep::Done(match result {
            Ok(result) => result,
            Err(ParseError::LimitExceeded(limit)) => Err(UnlockError::LimitExceeded(limit)),
            Err(_) => Err(UnlockError::Damaged),
        })
    }

    fn run(&mut self) -> ParseResult<Result<Vec<u8>, UnlockError>> {
        let opened = match self.opened {
            Some(opened) => opened,
            None => match self.open()? {
                Ok(opened) => *self.opened.insert(opened),
                Err(error) => return Ok(Err(error)),
            },
        };
        let document = &mut self.document;
        document.source.read(0, document.source.size())?;
        if document.xref.recovered_entries().is_some() {
            // Object streams could not be read without the key.
            let streams = recovery::reconstruct(document)?;
            recovery::add_object_streams(document, &streams)?;
            document.clear_objects();
        }
        Copier::new(opened.dict, opened.has_clear_metadata).copy(document).map(Ok)
    }

    /// Finds the password that opens the file, and lets the document decrypt from then on.
    fn open(&mut self) -> ParseResult<Result<Opened, UnlockError>> {
        let document = &mut self.document;
        document.decryptor = None;
        document.clear_objects();
        let Some(trailer) = document.xref.trailer_with(b"Encrypt").cloned() else {
            return Ok(Err(UnlockError::Unsupported));
        };
        let encrypt = document.get(&trailer, b"Encrypt")?;
        let clear = match encrypt.dict() {
            Some(dict) => document.get(dict, b"EncryptMetadata")?,
            None => return Ok(Err(UnlockError::Unsupported)),
        };
        let opened = Opened {
            dict: if let Some(Object::Reference(id)) = trailer.get(b"Encrypt") { Some(*id) } else { None },
            has_clear_metadata: matches!(clear.object, Object::Bool(false)),
        };
        for password in self.passwords.iter() {
            match encryption_dict::open(document, password)? {
                Encryption::Opens => return Ok(Ok(opened)),
                Encryption::NeedsPassword => {}
                Encryption::None | Encryption::NeedsCertificate | Encryption::Unknown => {
                    return Ok(Err(UnlockError::Unsupported));
                }
            }
        }
        Ok(Err(UnlockError::WrongPassword))
    }
}
