//! The names of the timers.

/// What a timer waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timer {
    /// The person does nothing in Connect.
    Inactivity,
    /// Connect posts its first message.
    ConnectResponse,
    /// The host gives a token.
    Token,
    /// The host's server reports the last status of the upload.
    SlowStatus,
}

impl Timer {
    /// Every timer.
    pub const ALL: [Self; 4] = [Self::Inactivity, Self::ConnectResponse, Self::Token, Self::SlowStatus];
}
