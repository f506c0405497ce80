//! Enums for vocabularies of words. Each is one table of variant, word and documentation; the enum, its list, its
//! reading and writing, and its [`Word`](crate::core::schema::Word)s for the generator all come from it.

/// An open enum for a vocabulary that the provider or a server owns: every word known here, and `Unknown` for others.
macro_rules! string_enum {
    (
        $(#[$on_enum:meta])*
        pub enum $Name:ident {
            $($(#[doc = $doc:literal])+ $Variant:ident = $text:literal,)+
        }
    ) => {
        $(#[$on_enum])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $Name {
            $($(#[doc = $doc])+ $Variant,)+
            /// A word that is not known here, as it was received.
            Unknown(String),
        }

        impl $Name {
            /// Every word known here.
            pub const KNOWN: &'static [Self] = &[$(Self::$Variant,)+];
            /// Every word known here with its documentation.
            pub const SCHEMA: &'static [$crate::core::schema::Word] =
                &[$($crate::core::schema::Word { text: $text, docs: &[$($doc),+] },)+];

            /// Reads a word; one that is not known is kept as it is.
            pub fn from_text(text: &str) -> Self {
                match text {
                    $($text => Self::$Variant,)+
                    other => Self::Unknown(other.to_owned()),
                }
            }

            /// The word if it is not known here.
            #[allow(dead_code, reason = "not every vocabulary needs it")]
            pub(crate) fn as_unknown(&self) -> Option<&str> {
                if let Self::Unknown(text) = self { Some(text) } else { None }
            }

            /// The word as its owner writes it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$Variant => $text,)+
                    Self::Unknown(text) => text,
                }
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

/// A closed enum: another word is an error, so there is no `Unknown`.
macro_rules! closed_string_enum {
    (
        $(#[$on_enum:meta])*
        pub enum $Name:ident {
            $($(#[doc = $doc:literal])+ $Variant:ident = $text:literal,)+
        }
        $(default $Default:ident;)?
    ) => {
        $(#[$on_enum])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $Name {
            $($(#[doc = $doc])+ $Variant,)+
        }

        impl $Name {
            /// Every variant, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$Variant,)+];
            /// Every word with its documentation, in the same order.
            pub const SCHEMA: &'static [$crate::core::schema::Word] =
                &[$($crate::core::schema::Word { text: $text, docs: &[$($doc),+] },)+];

            /// The word for it in attributes, addresses and JSON.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$Variant => $text,)+
                }
            }
        }

        $(impl Default for $Name {
            fn default() -> Self {
                Self::$Default
            }
        })?

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

pub(crate) use {closed_string_enum, string_enum};
