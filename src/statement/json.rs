//! Facts as they stand in the report. Hosts depend on the names of the fields.

use super::{
    account::AccountNumber,
    facts::{Confidence, Fact, Facts},
    kind::Kind,
    period::Period,
};
use serde::{Serialize, Serializer};

/// What a document says about itself.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Json<'a> {
    kind: Option<Kind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    institution: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<&'a AccountNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    printed_pages: Option<PrintedPages>,
    confidence: Confidences,
}

#[derive(Serialize)]
struct PrintedPages {
    of: u32,
    missing: Vec<u32>,
}

/// How sure each fact is that is there.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Confidences {
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<Confidence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    institution: Option<Confidence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<Confidence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<Confidence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    printed_pages: Option<Confidence>,
}

fn confidence<T>(fact: Option<&Fact<T>>) -> Option<Confidence> {
    fact.map(|fact| fact.confidence)
}

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let pages = self.pages.as_ref().map(|fact| &fact.value);
        let json = Json {
            kind: self.kind.as_ref().map(|fact| fact.value),
            institution: self.institution.as_ref().map(|fact| fact.value.as_ref()),
            account: self.account.as_ref().map(|fact| &fact.value),
            period: self.period.as_ref().map(|fact| fact.value),
            printed_pages: pages.map(|pages| PrintedPages { of: pages.of, missing: pages.missing() }),
            confidence: Confidences {
                kind: confidence(self.kind.as_ref()),
                institution: confidence(self.institution.as_ref()),
                account: confidence(self.account.as_ref()),
                period: confidence(self.period.as_ref()),
                printed_pages: confidence(self.pages.as_ref()),
            },
        };
        json.serialize(serializer)
    }
}
