//! The interface between the wasm and the page has the same methods on both sides.

const RUST: &str = include_str!("../../src/browser/host.rs");
const SCRIPT: &str = include_str!("../../www/element/host.js");

/// `read_event_stream` → `readEventStream`.
fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}

/// Each method with the name by which JavaScript calls it, sorted.
fn methods_in_rust() -> Vec<String> {
    let mut methods = Vec::new();
    let mut js_name = None;
    for line in RUST.lines().map(str::trim) {
        if line.starts_with("#[wasm_bindgen(method") {
            js_name = line.split_once("js_name = ").map(|(_, name)| name.trim_end_matches(")]").to_owned());
        } else if let Some(rest) = line.strip_prefix("pub fn ") {
            let name = rest.split('(').next().unwrap_or_default();
            assert_eq!(js_name.take().unwrap_or_else(|| name.to_owned()), camel_case(name));
            methods.push(camel_case(name));
        }
    }
    methods.sort();
    methods
}

fn methods_in_script() -> Vec<String> {
    let method = |line: &str| {
        let line = line.strip_prefix("  ")?.trim_end();
        let line = line.strip_prefix("async ").unwrap_or(line);
        let (name, rest) = line.split_once('(')?;
        let is_method = rest.ends_with('{') && name.chars().all(char::is_alphanumeric) && name != "constructor";
        is_method.then(|| name.to_owned())
    };
    let mut methods: Vec<String> = SCRIPT.lines().filter_map(method).collect();
    methods.sort();
    methods
}

#[test]
fn the_host_has_the_same_methods_in_rust_and_in_javascript() {
    let methods = methods_in_rust();
    assert_eq!(methods, methods_in_script());
    assert!(methods.contains(&"readEventStream".to_owned()) && methods.len() >= 8, "{methods:?}");
}
