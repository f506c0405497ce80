//! What the words around a range of dates say that it is.

use super::super::fold::Folded;

/// Before a statement's period.
const STRONG: &str = "\
    statementperiod periodeduruleve periodedureleve periodedereleve periodedurelev statementfrom periodcovered \
    periodecouverte statementdates opening/closingdate releveducompte releveddu relevedu-au relevedu statementfor \
    statementcovers accountstatement statementofaccount relevedecompte activityperiod showingtransactions \
    operationsaffichees transactionsfrom forthisperiod reportingperiod";
/// Before the period of a bill.
const BILLING: &str = "billingperiod billingcycle periodedefacturation cyclefacturation cycledefacturation";
/// Words that often stand before a period, and before other ranges as well.
const WEAK: &str = "period periode statement releve cycle activity transactions operations";
const WEAK_WORDS: &str = "from du for pour between entre dates de";
/// What labels another range or date.
const OTHER: &str = "\
    previous preceden prcdent prochain promotion special payperiod periodedepaie periodedepaye echeance copyright \
    interest interet intrt effective vigueur derniere dernier maintenance taxyear valid valable expir imprim printed \
    annualpercentage yeartodate lease coverage";
const OTHER_WORDS: &str = "\
    last prior next offer offre rate rates taux due before avant tax impot pay paie hours heures form term terme \
    earn promo bonus effect until runs";
/// How good the label of a range is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Label {
    None,
    Weak,
    Billing,
    Strong,
}

/// What a range is labeled as; `None` if it is labeled as something else.
pub(super) fn label(own: &Folded, behind: &Folded, left: Option<&Folded>, above: Option<&Folded>) -> Option<Label> {
    let of = |text: &Folded| {
        if text.has_any(STRONG) {
            Label::Strong
        } else if text.has_any(BILLING) {
            Label::Billing
        } else if text.has_any(WEAK)
            || text.has_any_word(WEAK_WORDS)
            || text.squashed.ends_with("from")
            || text.squashed.ends_with("du")
        {
            Label::Weak
        } else {
            Label::None
        }
    };
    let own_label = of(own);
    // The nearest label counts: "previous statement" before the range, or an offer around it.
    if is_other(own) || (own_label < Label::Billing && is_other(behind)) {
        return None;
    }
    let has_words = own.squashed.bytes().filter(u8::is_ascii_lowercase).count() > 4;
    if own_label >= Label::Billing || has_words {
        return Some(own_label);
    }
    let beside = [left, above].into_iter().flatten().filter(|text| !is_other(text));
    let beside_label = beside.map(of).max().unwrap_or(Label::None);
    if beside_label >= Label::Billing {
        return Some(beside_label);
    }
    if left.is_some_and(is_other) { None } else { Some(own_label.max(beside_label)) }
}

/// Whether a text labels another range or date.
pub(super) fn is_other(text: &Folded) -> bool {
    text.has_any(OTHER) || text.has_any_word(OTHER_WORDS)
}
