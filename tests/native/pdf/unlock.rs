//! Unlocked copies: of files encrypted by qpdf in every revision, and of public ones, compared with what qpdf makes of the
//! encrypted file; of files with several revisions; and of mutants.
//!
//! Without qpdf, or without the public files, those tests print that they were skipped.

use super::support::{Random, Rc4Encryption, Stopwatch, Writer, find_last, mutate, skip, unlock};
use flinks_upload::pdf::{
    Budget, Encryption, Inspector, LimitExceeded, PdfReport, State, Step, TextBudget, UnlockError, UnlockStep,
    Unlocker, extract_text, inspect,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::atomic::{AtomicU32, Ordering},
};

/// Files that `scripts/make-fixtures.sh` encrypts.
const ENCRYPTED: usize = 256;

fn unlocked(file: &[u8], password: &str) -> Result<Vec<u8>, UnlockError> {
    unlock(file, password, &Unlocker::default_budget()).unwrap()
}

fn check(bytes: &[u8]) -> PdfReport {
    inspect(bytes, &Budget::default())
}

/// How many copies were written.
static COPIES: AtomicU32 = AtomicU32::new(0);

/// Runs qpdf. Returns its output, and what it warns about.
fn qpdf(arguments: &[&str], file: &Path) -> (Vec<u8>, String) {
    let output = Command::new("qpdf").args(arguments).arg(file).arg("-").output().unwrap();
    let warnings = String::from_utf8_lossy(&output.stderr).replace(&*file.to_string_lossy(), "FILE");
    (output.stdout, warnings)
}

/// The content of a file as qpdf writes it without encryption, in a form in which equal documents have equal bytes.
fn normal_form(file: &Path, password: &str) -> (Vec<u8>, String) {
    let password = format!("--password={password}");
    qpdf(&[&password, "--decrypt", "--qdf", "--static-id", "--no-original-object-ids"], file)
}

/// The lines of a normal form, but for the contents of signatures and the cross-reference. These contents are not
/// encrypted, but qpdf 11 decrypts them.
fn without_signatures(normal_form: &[u8]) -> Vec<&[u8]> {
    let objects = &normal_form[..find_last(normal_form, b" 0 obj\n")];
    objects.split(|&byte| byte == b'\n').filter(|line| !line.trim_ascii_start().starts_with(b"/Contents <")).collect()
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}

/// Both file identifiers.
fn ids(file: &Path, password: &str) -> String {
    let password = format!("--password={password}");
    let output = Command::new("qpdf").args([&password, "--show-object=trailer"]).arg(file).output().unwrap();
    let trailer = String::from_utf8_lossy(&output.stdout).into_owned();
    trailer.split_once("/ID ").map(|(_, rest)| rest.split(']').next().unwrap().to_owned()).unwrap_or_default()
}

/// Compares an unlocked copy with the encrypted file, by qpdf.
fn assert_same(encrypted: &Path, password: &str, copy: &[u8]) {
    let name = encrypted.display();
    let number = COPIES.fetch_add(1, Ordering::Relaxed);
    let path = std::env::temp_dir().join(format!("unlocked-{}-{number}.pdf", std::process::id()));
    fs::write(&path, copy).unwrap();
    let checked = Command::new("qpdf").arg("--check").arg(&path).output().unwrap();
    let original =
        Command::new("qpdf").args(["--check", &format!("--password={password}")]).arg(encrypted).output().unwrap();
    if original.status.success() {
        let output = [checked.stdout, checked.stderr].concat();
        assert!(checked.status.success(), "{name}: {}", String::from_utf8_lossy(&output));
        let (expected, _) = normal_form(encrypted, password);
        let (bytes, warnings) = normal_form(&path, "");
        let is_signed = find(&expected, b"/ByteRange").is_some();
        let same =
            if is_signed { without_signatures(&bytes) == without_signatures(&expected) } else { bytes == expected };
        assert!(same, "{name}: {} differs from the file. {warnings}", path.display());
    }
    assert_eq!(ids(&path, ""), ids(encrypted, password), "{name}");
    fs::remove_file(path).unwrap();
}

fn has_qpdf() -> bool {
    Command::new("qpdf").arg("--version").output().is_ok()
}

#[test]
fn the_copies_of_files_in_every_revision_are_the_files_without_encryption() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let script = root.join("scripts/make-fixtures.sh");
    if !has_qpdf() || !script.exists() {
        return skip("it needs qpdf (Debian: qpdf) and a checkout");
    }
    let written = Command::new(script).output().unwrap();
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    let mut count = 0;
    for file in fs::read_dir(root.join("target/generated")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let Some(form) = name.find("-objects-").filter(|_| name.contains("-R")) else { continue };
        count += 1;
        let mut passwords = name[..form].rsplit('-').map(|password| if password == "none" { "" } else { password });
        let (owner, user) = (passwords.next().unwrap(), passwords.next().unwrap());
        let bytes = fs::read(&path).unwrap();
        assert_eq!(unlocked(&bytes, "nobody"), Err(UnlockError::WrongPassword), "{name}");
        let copy = unlocked(&bytes, user).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!(unlocked(&bytes, owner).as_ref(), Ok(&copy), "{name}");
        let report = check(&copy);
        assert_eq!((report.state, report.encryption), (State::Intact, Some(Encryption::None)), "{name}");
        assert!(report.pages.is_some_and(|pages| pages > 0), "{name}");
        assert_same(&path, user, &copy);
    }
    assert_eq!(count, ENCRYPTED);
    println!("{count} files unlocked");
}

#[test]
fn the_copies_of_public_files_are_the_files_without_encryption() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let Ok(table) = fs::read_to_string(corpus.join("oracle.tsv")) else {
        return skip("there are no files in ../shared/corpus");
    };
    if !has_qpdf() {
        return skip("it needs qpdf (Debian: qpdf)");
    }
    let (mut count, mut locked) = (0, 0);
    for line in table.lines().skip(1) {
        let path: PathBuf = corpus.join(line.split('\t').next().unwrap());
        let bytes = fs::read(&path).unwrap();
        let report = check(&bytes);
        match report.encryption {
            Some(Encryption::Opens) => {
                let copy = unlocked(&bytes, "").unwrap_or_else(|error| panic!("{}: {error:?}", path.display()));
                let after = check(&copy);
                assert_eq!((after.pages, after.text), (report.pages, report.text), "{}", path.display());
                assert_same(&path, "", &copy);
                count += 1;
            }
            Some(Encryption::NeedsPassword) => {
                assert_eq!(unlocked(&bytes, "nobody"), Err(UnlockError::WrongPassword), "{}", path.display());
                locked += 1;
            }
            _ => {}
        }
    }
    assert!(count >= 10, "only {count} files");
    println!("{count} files unlocked, {locked} refused");
}

fn encrypted_statement(pages: u32) -> (Rc4Encryption, Writer) {
    let encryption = Rc4Encryption::new(b"user", b"owner");
    let file = encryption.encrypt(&Writer::statement(pages));
    (encryption, file)
}

fn text(bytes: &[u8]) -> String {
    let text = extract_text(bytes, &Budget::default(), &TextBudget::default()).unwrap();
    text.pages.iter().map(|page| page.1.as_ref().unwrap().text()).collect()
}

#[test]
fn either_password_unlocks_the_pages_and_the_document_information() {
    let (encryption, file) = encrypted_statement(2);
    let bytes = file.table_with(" \n", &encryption.trailer);
    assert_eq!(check(&bytes).encryption, Some(Encryption::NeedsPassword));
    let copy = unlocked(&bytes, "user").unwrap();
    assert_eq!(unlocked(&bytes, "owner").as_ref(), Ok(&copy));
    let plain = Writer::statement(2).table();
    assert_eq!(check(&copy), check(&plain));
    assert_eq!(text(&copy), text(&plain));
    let producer: String = b"OpenText Exstream".iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(String::from_utf8_lossy(&copy).contains(&format!("/Producer<{producer}>")));
    assert!(!String::from_utf8_lossy(&copy).contains("/Encrypt"));
}

#[test]
fn after_a_wrong_password_another_may_be_tried_and_the_file_is_read_only_for_the_right_one() {
    let (encryption, mut file) = encrypted_statement(2);
    file.stream(500, "", &vec![0; 600_000]);
    let bytes = file.table_with(" \n", &encryption.trailer);
    let mut inspector = Inspector::new(bytes.len() as u64, Budget::default());
    let mut step = inspector.start();
    while let Step::Need(ranges) = step {
        step = inspector.supply(ranges.iter().map(|range| range.of(&bytes).to_vec()).collect());
    }
    let mut unlocker = inspector.into_unlocker(&Unlocker::default_budget()).unwrap();
    for password in ["", "User", "user ", "owner1"] {
        assert_eq!(unlocker.start(password), UnlockStep::Done(Err(UnlockError::WrongPassword)), "{password}");
    }
    let UnlockStep::Need(ranges) = unlocker.start("user") else { panic!("the file is not read") };
    let step = unlocker.supply(ranges.iter().map(|range| range.of(&bytes).to_vec()).collect());
    assert!(matches!(step, UnlockStep::Done(Ok(copy)) if check(&copy).pages == Some(2)));
}

#[test]
fn each_revision_stays_a_revision() {
    let (encryption, old) = encrypted_statement(1);
    let old = old.table_with(" \n", &encryption.trailer);
    let start = find_last(&old, b"xref\n0 1");
    let mut new = Writer::default();
    new.put(2, "<</Type/Pages/Count 2/Kids[10 0 R 12 0 R]/MediaBox[0 0 612 792]>>");
    new.put(12, "<</Type/Page/Parent 2 0 R>>");
    let mut bytes = old;
    let appended = new.update(Vec::new(), start as u64);
    let (objects, table) = appended.split_at(find_last(&appended, b"xref\n0 1"));
    let shift = bytes.len();
    bytes.extend_from_slice(objects);
    let table = String::from_utf8(table.to_vec()).unwrap();
    let at = bytes.len();
    for line in table.lines() {
        let shifted = match line.strip_suffix(" 00000 n ") {
            Some(offset) => format!("{:010} 00000 n ", offset.parse::<usize>().unwrap() + shift),
            None if line.starts_with("<</Size") => line.replace(">>", &format!("{}>>", encryption.trailer)),
            None => line.to_owned(),
        };
        bytes.extend_from_slice(shifted.as_bytes());
        bytes.push(b'\n');
    }
    let wrong = find_last(&bytes, b"startxref");
    bytes.truncate(wrong);
    bytes.extend_from_slice(format!("startxref\n{at}\n%%EOF\n").as_bytes());
    let copy = unlocked(&bytes, "user").unwrap();
    assert_eq!((check(&copy).state, check(&copy).pages), (State::Intact, Some(2)));
    // The older revision is what is left without the newer one.
    let end = find(&copy, b"%%EOF\n").unwrap() + 6;
    let older = check(&copy[..end]);
    assert!(end < copy.len());
    assert_eq!((older.state, older.pages), (State::Intact, Some(1)));
}

#[test]
fn generation_numbers_stay() {
    let (encryption, file) = encrypted_statement(2);
    let mut bytes = file.table_with(" \n", &encryption.trailer);
    let at = find(&bytes, b"\n1 0 obj").unwrap();
    bytes[at + 3] = b'3';
    let row = find(&bytes, b"\n1 1\n").unwrap() + 5;
    bytes[row + 15] = b'3';
    let root = find(&bytes, b"/Root 1 0 R").unwrap();
    bytes[root + 8] = b'3';
    let copy = unlocked(&bytes, "user").unwrap();
    assert!(find(&copy, b"\n1 3 obj").is_some() && find(&copy, b"/Root 1 3 R").is_some());
    assert_eq!((check(&copy).state, check(&copy).pages), (State::Intact, Some(2)));
}

#[test]
fn the_objects_in_the_stream_of_a_hybrid_file_are_kept() {
    let streams = Writer::statement(2).streams();
    let end = find_last(&streams, b"startxref");
    let place = String::from_utf8_lossy(&streams[end + 10..]).lines().next().unwrap().to_owned();
    let mut file = streams[..end].to_vec();
    let start = file.len();
    let rows = "0000000000 65535 f \n".repeat(12);
    // This encryption leaves everything as it is.
    let encrypt = "/Encrypt<</Filter/Standard/V 4/R 4>>";
    file.extend_from_slice(
        format!(
            "xref\n0 12\n{rows}trailer\n<</Size 20/Root 1 0 R/XRefStm {place}{encrypt}>>\nstartxref\n{start}\n%%EOF\n"
        )
        .as_bytes(),
    );
    assert_eq!(check(&file).encryption, Some(Encryption::Opens));
    let copy = unlocked(&file, "").unwrap();
    let report = check(&copy);
    assert_eq!((report.state, report.pages, report.encryption), (State::Intact, Some(2), Some(Encryption::None)));
    assert_eq!(text(&copy), text(&Writer::statement(2).table()));
}

#[test]
fn what_is_not_encrypted_with_a_password_has_no_unlocker() {
    let budget = Unlocker::default_budget();
    assert_eq!(unlock(&Writer::statement(1).table(), "x", &budget), None);
    assert_eq!(unlock(b"GIF89a", "x", &budget), None);
    let file = Writer::statement(1).table_with(" \n", "/Encrypt<</Filter/Adobe.PubSec/V 4/R 4>>");
    assert_eq!(unlock(&file, "x", &budget), None);
}

#[test]
fn objects_that_overlap_exceed_the_budget() {
    // Each of a thousand objects has a stream that extends to the end of the file.
    let (encryption, mut file) = encrypted_statement(1);
    for id in 1000..2000 {
        file.put(id, "<</Length 99999999>>\nstream\n");
    }
    file.put(5000, vec![b' '; 200_000]);
    let bytes = file.table_with(" \n", &encryption.trailer);
    let budget = Budget { work: 16 << 20, ..Unlocker::default_budget() };
    let result = unlock(&bytes, "user", &budget).unwrap();
    assert_eq!(result, Err(UnlockError::LimitExceeded(LimitExceeded::Work)));
    let few_bytes = Budget { bytes: 1000, ..Unlocker::default_budget() };
    let mut long = file;
    long.put(5001, vec![b' '; 400_000]);
    let bytes = long.table_with(" \n", &encryption.trailer);
    assert_eq!(unlock(&bytes, "user", &few_bytes), Some(Err(UnlockError::LimitExceeded(LimitExceeded::Bytes))));
}

#[test]
fn two_thousand_mutants_are_unlocked_or_refused() {
    let (encryption, file) = encrypted_statement(3);
    let seed = file.table_with(" \n", &encryption.trailer);
    let mut random = Random(0x0DDB_1A5E_5BAD_5EED);
    let budget = Budget { bytes: 1 << 20, objects: 2000, depth: 16, work: 1 << 22 };
    let mut opened = 0;
    for round in 0..2000 {
        let mut bytes = seed.clone();
        for _ in 0..=random.below(4) {
            mutate(&mut bytes, &mut random);
        }
        let stopwatch = Stopwatch::start();
        let result = unlock(&bytes, "user", &budget);
        stopwatch.assert_within_limit(&result);
        if let Some(Ok(copy)) = result {
            assert_eq!(check(&copy).encryption, Some(Encryption::None), "mutant {round}");
            opened += 1;
        }
    }
    assert!(opened > 500, "only {opened} were opened");
}
