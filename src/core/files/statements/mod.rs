//! What the statements of a batch say together: which days they cover, and what of that is a finding.
//!
//! Only what is sure makes a finding. A file that could not be read, or of which something is not sure, makes the answer
//! unknown: it may be what seems to be missing.

use super::{
    coverage::{Completeness, Coverage, StatementPeriod},
    finding::Finding,
    report::FileReport,
    requirements::Requirements,
};
use crate::statement::{Fact, Facts, Kind};

/// The most findings about days. A person who has that many needs another way than a list.
const MAX_PERIODS: usize = 12;

/// Adds every finding that follows from what one document says.
pub(super) fn add_findings(facts: &Facts, selected: Option<&str>, findings: &mut Vec<Finding>) {
    if let Some(kind) = sure(facts.kind.as_ref()).filter(|kind| is_no_statement(**kind)) {
        findings.push(Finding::NotAStatement { document: *kind });
    }
    for (facts, of_several) in facts.statements().map(|part| (part, !facts.parts.is_empty())) {
        let Some(pages) = sure(facts.pages.as_ref()) else { continue };
        let missing = pages.missing();
        // Of a merged file, the parts are read by their marks, so that a missing one can't be told from the next part.
        if !missing.is_empty() && !of_several {
            findings.push(Finding::MissingPages { of: pages.of, missing });
        }
    }
    if let (true, Some(institution), Some(expected)) =
        (facts.is_other_institution, sure(facts.institution.as_ref()), selected)
    {
        findings.push(Finding::OtherInstitution {
            institution: Some(institution.to_string()),
            expected: expected.to_owned(),
        });
    }
}

/// The days that the accepted files cover; `None` if nothing is known of them and nothing is required.
pub(super) fn coverage(files: &[FileReport], requirements: &Requirements) -> Option<Coverage> {
    let today = requirements.today.filter(|_| requirements.reads_statements)?;
    let mut statements = Vec::new();
    let mut unsure = 0;
    for file in files.iter().filter(|file| file.status.is_accepted()) {
        match &file.statement {
            Some(facts) => {
                // What was not read of it may be of another month.
                unsure += usize::from(facts.is_partial);
                facts.statements().for_each(|facts| unsure += usize::from(!add_period(facts, &mut statements)));
            }
            None => unsure += 1,
        }
    }
    let is_asked = requirements.days.is_some() || !statements.is_empty();
    is_asked.then(|| Coverage::new(&statements, unsure, requirements.days, today))
}

/// Adds the period of a statement. Returns whether all that counts of it is sure.
fn add_period(facts: &Facts, statements: &mut Vec<StatementPeriod>) -> bool {
    let is_sure = |is_sure: Option<bool>| is_sure.unwrap_or(true);
    if facts.kind.as_ref().is_some_and(|kind| !is_statement(kind.value)) {
        return is_sure(facts.kind.as_ref().map(Fact::is_sure));
    }
    let Some(period) = &facts.period else { return false };
    let account = facts.account.as_ref();
    statements.push(StatementPeriod {
        institution: facts.institution.as_ref().map(|fact| fact.value.to_string()),
        digits: account.map(|fact| fact.value.digits.clone()),
        suffix: account.and_then(|fact| fact.value.suffix),
        from: period.value.from,
        to: period.value.to,
    });
    period.is_sure() && is_sure(account.map(Fact::is_sure)) && is_sure(facts.institution.as_ref().map(Fact::is_sure))
}

/// The findings about a batch that follow from what its statements say.
pub(super) fn batch_findings(
    files: &[FileReport],
    coverage: Option<&Coverage>,
    requirements: &Requirements,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut institutions: Vec<String> = Vec::new();
    let accepted = files.iter().filter(|file| file.status.is_accepted());
    for facts in accepted.filter_map(|file| file.statement.as_ref()).flat_map(|facts| facts.statements()) {
        let institution = sure(facts.institution.as_ref()).map(ToString::to_string);
        if let Some(institution) = institution.filter(|name| !institutions.contains(name))
            && sure(facts.kind.as_ref()).is_some_and(|kind| is_statement(*kind))
        {
            institutions.push(institution);
        }
    }
    if let Some((coverage, today)) = coverage.zip(requirements.today)
        && coverage.complete == Completeness::Incomplete
    {
        for account in &coverage.accounts {
            let (institution, digits) = (&account.institution, &account.digits);
            for range in account.missing(requirements.days) {
                findings.push(Finding::MissingPeriod {
                    institution: institution.clone(),
                    digits: digits.clone(),
                    from: range.from,
                    to: range.to,
                });
            }
            if let Some(to) = account.outdated(today).filter(|_| requirements.days.is_some()) {
                findings.push(Finding::Outdated { institution: institution.clone(), digits: digits.clone(), to });
            }
        }
        findings.truncate(MAX_PERIODS);
    }
    let accounts = coverage.filter(|coverage| coverage.complete != Completeness::Unknown);
    let accounts = accounts.map_or(0, |coverage| coverage.accounts.len());
    if institutions.len() > 1 {
        findings.push(Finding::SeveralInstitutions { institutions });
    } else if accounts > 1 {
        findings.push(Finding::SeveralAccounts { count: u32::try_from(accounts).unwrap_or(u32::MAX) });
    }
    findings
}

fn sure<T>(fact: Option<&Fact<T>>) -> Option<&T> {
    fact.filter(|fact| fact.is_sure()).map(|fact| &fact.value)
}

fn is_statement(kind: Kind) -> bool {
    matches!(kind, Kind::Statement | Kind::CardStatement)
}

/// What the provider does not take for a statement. A cheque is not one either, but is taken.
fn is_no_statement(kind: Kind) -> bool {
    !is_statement(kind) && kind != Kind::Cheque
}

#[cfg(test)]
mod tests;
