//! What kind of document it is.
//!
//! It decides by titles and fields near the top, in lines without an amount: "PREAUTHORIZED DEBIT" and "payment due" are
//! rows of every statement. Without an institution or a period it decides nothing: in the wild such words mean little.

use super::{fold::words, row::Row};
use crate::core::string_enum::closed_string_enum;

closed_string_enum! {
    /// What kind of document it is.
    pub enum Kind {
        /// An account's statement.
        Statement = "statement",
        /// A card's statement.
        CardStatement = "card-statement",
        /// A list of operations printed from online banking: no statement.
        Transactions = "transactions",
        /// A cheque, or a form for direct deposit.
        Cheque = "cheque",
        /// A pay stub.
        PayStub = "pay-stub",
        /// A tax form.
        TaxForm = "tax-form",
        /// Something else: a letter, an invoice.
        Other = "other",
    }
}

impl Kind {
    /// Whether it has a period that counts.
    pub fn has_period(self) -> bool {
        matches!(self, Self::Statement | Self::CardStatement | Self::Transactions)
    }
}

/// Titles and fields count in this part of the first page.
const TOP: f32 = 0.35;
/// A cheque has fewer rows with an amount.
const MAX_AMOUNTS_OF_CHEQUE: usize = 3;

const PAY_TITLES: &str = "\
    paystub earningsstatement paystatement bulletindepai bulletindepay talondepai relevedepai statementofearnings \
    payslip";
const PAY_FIELDS: &str = "\
    payperiod periodedepai netpay grosspay salairenet salairebrut paynette paienette paydate datedepaie employeeno \
    nod'employe";
const TAX_TITLES: &str = "\
    statementofremuneration etatdelaremuneration form1099 formw-2 w-2wage noticeofassessment avisdecotisation t4slip \
    feuillett4 releve1- taxslip statementofinvestmentincome etatdesrevenusdeplacement wageandtaxstatement taxreturn";
const TAX_WORDS: &str = "t4 t4a t5 rl-1 rl-3 1099-int 1099";
const CHEQUE_WORDS: &str = "void specimen annule annul";
const CHEQUE_FIELDS: &str = "\
    paytotheorderof payezal'ordrede payezl'ordrede voidcheque voidcheck directdepositform directdepositinformation \
    depotdirect preauthorizeddebitform";
const OTHER_TITLES: &str = "\
    creditreport dossierdecredit invoice facture receipt quotation soumission purchaseorder lease noticeof bail";
const LETTER: &str = "dear bonjour madame sincerely cher chere";
const BALANCES: &str = "\
    openingbalance closingbalance beginningbalance endingbalance startingbalance balanceforward soldereport \
    solded'ouverture soldedefermeture soldedecloture soldeouverture soldefermeture";
const CARD_FIELDS: &str = "\
    creditlimit minimumpayment limitedecredit paiementminimum availablecredit creditdisponible newbalance \
    nouveausolde cashadvance opening/closingdate previousstatementbalance paymentduedate soldecourant billingcycle";
const CARD_WORDS: &str = "visa mastercard amex creditcard cartedecredit card carte cardnumber numerodecarte";
const ADDRESSES: &str = "https:// http://";
const ONLINE: &str = "\
    transactionhistory historiquedesoperations historiquedestransactions accountactivity \
    activiteducompte showingtransactions operationsaffichees onlinebanking";
const STATEMENT_TITLES: &str = "\
    accountstatement statementofaccount relevedecompte relevdecompte statementperiod memberstatement \
    chequingstatement savingsstatement bankingstatement monthlystatement relevedesservices";

/// What only a statement says of itself, and no list that is printed from online banking.
const STATEMENT_FIELDS: &str = "\
    statementperiod accountstatement statementofaccount statementfrom statementdate closingdate relevedecompte \
    releveducompte relevedu datedureleve datedereleve periodedureleve previousstatementbalance";

/// Periods of other documents.
const OTHER_PERIODS: &str =
    "payperiod periodedepai billingperiod periodedefacturation taxstatement taxyear anneed'imposition";

/// The kind of a document; `None` if neither an institution nor a period was found.
pub(super) fn kind(rows: &[Row], has_institution: bool, has_period: bool) -> Option<(Kind, bool)> {
    if !has_institution && !has_period && !has_titled_period(rows) {
        return None;
    }
    let first_page = rows.first()?.page;
    let page: Vec<&Row> = rows.iter().filter(|row| row.page == first_page).collect();
    let titles: Vec<&&Row> = page.iter().filter(|row| !row.has_amount && !row.is_entry).collect();
    let top = |words: &'static str| titles.iter().any(|row| row.top <= TOP && row.joined.has_any(words));
    let top_word = |words: &'static str| titles.iter().any(|row| row.top <= TOP && row.joined.has_any_word(words));
    let top_token = |words: &'static str| titles.iter().any(|row| row.top <= TOP && row.joined.has_any_token(words));
    let anywhere = |words: &'static str| titles.iter().any(|row| row.joined.has_any(words));
    let count = |list: &'static str| {
        words(list).filter(|word| page.iter().any(|row| row.joined.has(word) && !row.is_entry)).count()
    };
    let balances = rows.iter().filter(|row| row.joined.has_any(BALANCES)).count();
    let amounts = page.iter().filter(|row| row.has_amount).count();

    let pay_fields = count(PAY_FIELDS);
    if top(PAY_TITLES) || pay_fields >= 3 && balances == 0 {
        return Some((Kind::PayStub, top(PAY_TITLES) && pay_fields >= 1));
    }
    if balances == 0 && (top(TAX_TITLES) || top_token(TAX_WORDS)) {
        return Some((Kind::TaxForm, top(TAX_TITLES)));
    }
    if !has_period && balances == 0 && amounts < MAX_AMOUNTS_OF_CHEQUE {
        let has_word = titles.iter().any(|row| row.joined.has_any_word(CHEQUE_WORDS));
        let fields = count(CHEQUE_FIELDS);
        if has_word || fields > 0 {
            return Some((Kind::Cheque, has_word && fields > 0));
        }
    }
    let card_fields = count(CARD_FIELDS);
    let is_card = top_word(CARD_WORDS) && !top("chequing checking savings epargne");
    let is_sure_card = card_fields >= 2 && is_card;
    if top_word(OTHER_TITLES) && balances == 0 && !is_sure_card {
        return Some((Kind::Other, false));
    }
    let has_row = |is_meant: &dyn Fn(&Row) -> bool| rows.iter().any(|row| !row.is_entry && is_meant(row));
    // Many statements name online banking, or an address, once.
    let online = words(ONLINE).filter(|word| has_row(&|row| row.joined.has(word))).count()
        + usize::from(has_row(&|row| row.joined.has_any(ADDRESSES)));
    let is_list = online > 0 && balances == 0 && !anywhere(STATEMENT_FIELDS);
    if is_list && (online > 1 || !is_sure_card) {
        return Some((Kind::Transactions, has_period && online > 1));
    }
    if is_sure_card || card_fields >= 3 && balances == 0 || is_card && balances == 0 && has_period {
        return Some((Kind::CardStatement, is_sure_card));
    }
    if titles.iter().any(|row| row.joined.has_any_word(LETTER)) && balances == 0 && amounts < MAX_AMOUNTS_OF_CHEQUE {
        return Some((Kind::Other, false));
    }
    let is_titled = top(STATEMENT_TITLES);
    if has_period || balances > 0 || is_titled {
        return Some((Kind::Statement, has_period && (is_titled || balances > 0)));
    }
    Some((Kind::Other, false))
}

/// Whether a page is titled as a statement, which is a hint that a name near it is an institution's.
pub(super) fn is_titled_statement(rows: &[Row]) -> bool {
    rows.iter().any(|row| row.top <= TOP && !row.has_amount && row.joined.has_any(STATEMENT_TITLES))
}

/// Whether a period is named that is another kind's: a pay period, a tax year, a billing period.
fn has_titled_period(rows: &[Row]) -> bool {
    rows.iter().any(|row| row.joined.has_any(OTHER_PERIODS))
}

#[cfg(test)]
mod tests;
