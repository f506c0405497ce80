//! Any bytes as an encrypted file, and its password: no panic, and no copy beyond the budget.
#![no_main]

#[path = "../gaps.rs"]
mod gaps;
#[path = "../../tests/native/pdf/support/mod.rs"]
mod pdf_support;

use flinks_upload::pdf::Budget;
use libfuzzer_sys::fuzz_target;
use pdf_support::unlock;

/// The password of the encrypted fixture.
const PASSWORD: &str = "user";
/// The most bytes of an object that no work is charged for: its number and keywords.
const OBJECT_FRAME: u64 = 100;
const BUDGET: Budget = Budget { bytes: 32 << 20, objects: 50_000, depth: 64, work: 64 << 20 };

fuzz_target!(|bytes: &[u8]| {
    let file = gaps::expand(bytes);
    for password in [PASSWORD, ""] {
        if let Some(Ok(copy)) = unlock(&file, password, &BUDGET) {
            assert!(copy.len() as u64 <= BUDGET.work + u64::from(BUDGET.objects) * OBJECT_FRAME);
        }
    }
});
