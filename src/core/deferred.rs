//! What a build may load later than the rest (feature `split-element`): functions that a first look at Connect doesn't need.
//!
//! A module lists such functions of its own in a table, and calls them through it. A build that is not split has the table
//! from the start. In one that is, the table is in the part that is loaded later, and installed when that is there; until
//! then whoever calls does without. See `element::mount::deferred`.

/// Makes the table `Deferred` of the functions that are listed, `deferred()`, which gives it once it is there, and
/// `install_deferred()`, which only the part that is loaded later may call: it refers to all of them.
macro_rules! deferred_functions {
    ($($name:ident: $function_type:ty = $function:expr;)+) => {
        pub(super) struct Deferred {
            $(pub(super) $name: $function_type,)+
        }

        const ALL: Deferred = Deferred { $($name: $function,)+ };

        #[cfg(feature = "split-element")]
        static INSTALLED: std::sync::OnceLock<Deferred> = std::sync::OnceLock::new();

        #[cfg(feature = "split-element")]
        pub(crate) fn install_deferred() {
            INSTALLED.get_or_init(|| ALL);
        }

        #[cfg(feature = "split-element")]
        pub(super) fn deferred() -> Option<&'static Deferred> {
            INSTALLED.get()
        }

        #[cfg(not(feature = "split-element"))]
        #[allow(clippy::unnecessary_wraps, reason = "a build that is split has it later")]
        pub(super) fn deferred() -> Option<&'static Deferred> {
            const TABLE: &Deferred = &ALL;
            Some(TABLE)
        }
    };
}

pub(crate) use deferred_functions;
