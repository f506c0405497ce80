//! A closed enum for a vocabulary that others own: every word known here, and `Unknown` for those that come later.

macro_rules! string_enum {
    (
        $(#[$on_enum:meta])*
        pub enum $Name:ident {
            $($(#[$on_variant:meta])* $Variant:ident = $text:literal,)+
        }
    ) => {
        $(#[$on_enum])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $Name {
            $($(#[$on_variant])* $Variant,)+
            /// One that is not known here, as it came.
            Unknown(String),
        }

        impl $Name {
            /// Every word known here.
            pub const KNOWN: &'static [Self] = &[$(Self::$Variant,)+];

            /// Reads a word; what is not known is kept as it came.
            pub fn from_text(text: &str) -> Self {
                match text {
                    $($text => Self::$Variant,)+
                    other => Self::Unknown(other.to_owned()),
                }
            }

            /// The word as the provider writes it.
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

pub(crate) use string_enum;
