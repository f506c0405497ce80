//! The regions of a file that are generated.

/// A region: its name and its lines, each ended by a line break.
pub(crate) type Region = (&'static str, String);

/// Puts a region into a text, between its two markers.
pub(crate) fn replace(path: &'static str) -> impl Fn(String, Region) -> Result<String, String> {
    move |text, (name, content)| {
        let marker = |edge: &str| format!("generated:{name} {edge}");
        let missing = |edge: &str| format!("{path} has no line with `{}`", marker(edge));
        let begin = text.find(&marker("begin")).ok_or_else(|| missing("begin"))?;
        let start = text.get(begin..).and_then(|rest| rest.find('\n')).ok_or_else(|| missing("begin"))? + begin + 1;
        let end = text.get(start..).and_then(|rest| rest.find(&marker("end"))).ok_or_else(|| missing("end"))? + start;
        let end = text.get(..end).and_then(|before| before.rfind('\n')).ok_or_else(|| missing("end"))? + 1;
        let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
        Ok(format!("{before}{content}{after}"))
    }
}
