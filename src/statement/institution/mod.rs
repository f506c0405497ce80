//! Which institution issued a document.
//!
//! Institutions are rows of data: adding one is a line of [`INSTITUTIONS`] and a line in a test. A name counts at the head of
//! a page, at its foot, or alone in a cell; never in an entry ("BILL PAYMENT TD VISA"). A name that is short or an ordinary
//! word needs a second hint. Two institutions with equal hints are none.

use super::{
    fold::{Folded, words},
    row::Row,
};

/// An institution. All but its name are lists, see [`words`].
#[derive(Clone, Copy)]
struct Institution {
    /// The name that is shown.
    name: &'static str,
    /// Names that say it alone; folded, without spaces.
    names: &'static str,
    /// Names that need a second hint: of four letters and fewer, or ordinary words. `^` stands for the start of a cell.
    short_names: &'static str,
    domains: &'static str,
    /// What its files name as producer or creator, beside which a short name counts.
    producers: &'static str,
    /// Whether it is a credit union, whose accounts are member numbers with suffixes.
    has_members: bool,
}

/// Canada, then the United States. A line is a row: the name that is shown, names, short names, domains, producers, and
/// `members` for a credit union. One text, since slices of slices take far more.
const INSTITUTIONS: &str = "RBC|royalbankofcanada rbcroyalbank banqueroyale rbcbanqueroyale|rbc|rbcroyalbank.com rbc.com rbcbanqueroyale.com|symcor|
TD|tdcanadatrust torontodominion toronto-dominion tdbank banquetd|td|td.com tdcanadatrust.com tdbank.com|opentext|
BMO|bankofmontreal banquedemontreal banquedemontral|bmo|bmo.com||
Scotiabank|scotiabank bankofnovascotia banquescotia banquedenouvelle-ecosse||scotiabank.com banquescotia.com|crawfordtech|
CIBC|canadianimperialbank banquecibc|cibc|cibc.com|afp2pdf|
National Bank|nationalbankofcanada banquenationale|^nationalbank|nbc.ca bnc.ca||
Desjardins|desjardins||desjardins.com||
Laurentian Bank|laurentianbank banquelaurentienne||laurentianbank.ca banquelaurentienne.ca||
HSBC|hsbcbank|hsbc|hsbc.ca hsbc.com||
Tangerine|tangerinebank banquetangerine|tangerine|tangerine.ca||
Simplii Financial|simplii financieresimplii||simplii.com||
EQ Bank|eqbank equitablebank banqueeq||eqbank.ca||
Wealthsimple|wealthsimple||wealthsimple.com||
Neo Financial|neofinancial||neofinancial.com||
KOHO|kohofinancial|koho|koho.ca||
Manulife Bank|manulifebank banquemanuvie||manulifebank.ca||
Canadian Tire Bank|canadiantirebank||ctfs.com||
PC Financial|pcfinancial president'schoicebank||pcfinancial.ca||
ATB Financial|atbfinancial|atb|atb.com||
Alterna|alternasavings alternabank||alterna.ca||members
Meridian|meridiancreditunion|meridian|meridiancu.ca||members
Vancity|vancity vancouvercitysavings||vancity.com||members
Coast Capital|coastcapital||coastcapitalsavings.com||members
First West|firstwestcreditunion envisionfinancial||firstwestcu.ca envisionfinancial.ca||members
Servus|servuscreditunion|servus|servus.ca||members
Conexus|conexuscreditunion|conexus|conexus.ca||members
Affinity|affinitycreditunion||affinitycu.ca||members
Steinbach|steinbachcreditunion||scu.mb.ca||members
Chase|jpmorganchase chasebank|chase|chase.com|opentext|
Bank of America|bankofamerica||bankofamerica.com|targetstream|
Wells Fargo|wellsfargo||wellsfargo.com||
Citi|citibank citicards|citi|citi.com citicards.com citibank.com||
U.S. Bank|u.s.bank|^usbank|usbank.com||
Capital One|capitalone||capitalone.com capitalone.ca||
American Express|americanexpress|amex|americanexpress.com||
PNC|pncbank|pnc|pnc.com||
Truist|truistbank|truist|truist.com||
Discover|discoverbank|discover|discover.com||
Ally|allybank|ally|ally.com||
Navy Federal|navyfederalcreditunion navyfederal||navyfederal.org||members";

/// The institutions in the order of their rows.
fn institutions() -> impl Iterator<Item = Institution> {
    INSTITUTIONS.split('\n').map(|row| {
        let mut fields = row.split('|');
        let mut field = || fields.next().unwrap_or("");
        Institution {
            name: field(),
            names: field(),
            short_names: field(),
            domains: field(),
            producers: field(),
            has_members: field() == "members",
        }
    })
}

/// The institution of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) name: &'static str,
    pub(super) is_sure: bool,
    pub(super) has_members: bool,
}

/// What speaks for an institution.
#[derive(Debug, Clone, Copy, Default)]
struct Hints {
    /// The best place of a name: 4 at the head of the first page, 3 at the start of a cell of another head or alone in a
    /// cell that is part of no entry, 2 at the foot, 1 elsewhere.
    place: u8,
    /// How many rows hold a name.
    mentions: u32,
    /// How many rows hold a domain.
    domains: u32,
    has_long_name: bool,
    has_producer: bool,
}

/// How many rows at the head of a page.
const HEAD_ROWS: usize = 4;
/// An entry may go on in so many rows below its amount.
const ROWS_OF_ENTRY: usize = 2;
/// Head and foot of a page.
const HEAD: f32 = 0.2;
const FOOT: f32 = 0.88;

/// The institutions that some rows name, with what speaks for each.
pub(super) struct Named(Vec<(Institution, Hints)>);

impl Named {
    pub(super) fn new(rows: &[Row], made_by: &str) -> Self {
        let made_by = Folded::new(made_by, 200);
        let mut named = Vec::new();
        for institution in institutions() {
            let hints = hints(institution, rows, &made_by);
            if hints.place >= 2 || hints.domains > 0 {
                named.push((institution, hints));
            }
        }
        Self(named)
    }

    /// The institution that most speaks for. `is_corroborated` says that an account, a period or a statement's title
    /// stands on the page, which is a second hint for short names.
    pub(super) fn best(&self, is_corroborated: bool) -> Option<Found> {
        let mut best: Option<(u32, Found)> = None;
        let mut is_rivalled = false;
        for (institution, hints) in &self.0 {
            let second = u32::from(hints.mentions > 1) + u32::from(hints.domains > 0) + u32::from(hints.has_producer);
            // That a short name is repeated says nothing: a table may be headed "TD" on every page.
            let is_backed = hints.domains > 0 || hints.has_producer || is_corroborated;
            if !hints.has_long_name && !is_backed {
                continue;
            }
            let rank = u32::from(hints.place) * 10 + second * 2 + u32::from(hints.has_long_name);
            let is_sure = hints.place >= 3 && (second > 0 || (hints.has_long_name && is_corroborated));
            match best {
                Some((best_rank, _)) if rank < best_rank => {}
                Some((best_rank, _)) if rank == best_rank => is_rivalled = true,
                _ => {
                    let found = Found { name: institution.name, is_sure, has_members: institution.has_members };
                    (best, is_rivalled) = (Some((rank, found)), false);
                }
            }
        }
        best.filter(|_| !is_rivalled).map(|(_, found)| found)
    }
}

fn hints(institution: Institution, rows: &[Row], made_by: &Folded) -> Hints {
    let mut hints = Hints { has_producer: made_by.has_any(institution.producers), ..Hints::default() };
    let first_page = rows.first().map_or(0, |row| row.page);
    let mut page = usize::MAX;
    let mut row_of_page = 0;
    let mut since_amount = usize::MAX;
    for row in rows {
        if row.page == page {
            row_of_page += 1;
            since_amount = since_amount.saturating_add(1);
        } else {
            (page, row_of_page, since_amount) = (row.page, 0, usize::MAX);
        }
        if row.has_amount {
            since_amount = 0;
        }
        if row.is_entry {
            continue;
        }
        hints.domains += u32::from(words(institution.domains).any(|domain| has_domain(&row.joined, domain)));
        let named = row
            .cells
            .iter()
            .filter_map(|cell| named(institution, &cell.text))
            .max_by_key(|name| (name.is_alone, name.is_start));
        let Some(name) = named else { continue };
        let is_head = row_of_page < HEAD_ROWS || row.top < HEAD;
        // "Direct deposit to TD 100.00" is a row, too, and so is a payee whose day stands rows above.
        let is_in_list = row.has_amount && !(name.is_alone && is_head);
        let is_below_entry = !is_head && since_amount <= ROWS_OF_ENTRY;
        let place = if is_in_list {
            0
        } else if row.page == first_page && is_head && name.is_start {
            4
        } else if name.is_alone && !is_below_entry || row.top < HEAD && (name.is_start || row_of_page < HEAD_ROWS) {
            3
        } else if row.top > FOOT || row_of_page < HEAD_ROWS {
            2
        } else {
            1
        };
        hints.place = hints.place.max(place);
        hints.has_long_name |= name.is_long && place > 0;
        hints.mentions += u32::from(place > 0);
    }
    hints
}

/// The name under which an institution is known here, of one that the provider or a host names. `None` if it is not known,
/// or could be two.
pub(super) fn known_as(name: &str) -> Option<&'static str> {
    let name = Folded::new(name, 200);
    let mut known = institutions()
        .filter(|one| Folded::new(one.name, 200) == name || named(*one, &name).is_some_and(|name| name.is_start));
    let first = known.next()?;
    known.next().is_none().then_some(first.name)
}

/// How a cell names an institution.
#[derive(Clone, Copy)]
struct Name {
    is_long: bool,
    is_start: bool,
    is_alone: bool,
}

fn named(institution: Institution, text: &Folded) -> Option<Name> {
    let lead = text.squashed.bytes().take_while(|byte| !byte.is_ascii_alphanumeric()).count();
    let name_at = |name: &str, at: usize, is_long: bool| Name {
        is_long,
        is_start: at <= lead,
        is_alone: at <= lead && text.squashed_from(at + name.len()).bytes().all(|byte| !byte.is_ascii_alphanumeric()),
    };
    let long = words(institution.names).find_map(|name| text.find(name, 0).map(|at| name_at(name, at, true)));
    let short = || {
        words(institution.short_names).find_map(|name| match name.strip_prefix('^') {
            Some(name) => text.squashed_from(lead).starts_with(name).then(|| name_at(name, lead, false)),
            None => text.find_word(name).map(|at| name_at(name, at, false)),
        })
    };
    long.or_else(short)
}

/// Whether a domain stands there for itself: not "example-td.com".
fn has_domain(text: &Folded, domain: &str) -> bool {
    let is_meant = |at: usize| {
        let before = at.checked_sub(1).map_or(b'.', |before| text.byte(before));
        let behind = text.byte(at + domain.len());
        let starts =
            matches!(before, b'.' | b'/' | b'@' | b'|' | b'(' | b':') || text.starts_word(at) && before != b'-';
        let starts =
            starts || text.squashed.get(..at).is_some_and(|before| before.ends_with("visit") || before.ends_with("at"));
        starts && !matches!(behind, b'-' | b'0'..=b'9')
    };
    text.find_where(domain, &is_meant).is_some()
}

#[cfg(test)]
mod tests;
