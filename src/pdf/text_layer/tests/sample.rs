//! Which pages are sampled, and what they decide.

use crate::pdf::{
    report::TextLayer,
    text_layer::{PageSample, sample_indices},
};

#[test]
fn the_first_the_last_and_the_middle_page_are_sampled() {
    assert!(sample_indices(0).is_empty());
    assert_eq!(sample_indices(1), [0]);
    assert_eq!(sample_indices(2), [0, 1]);
    assert_eq!(sample_indices(9), [0, 8, 4]);
}

fn sample(layers: impl Iterator<Item = Option<TextLayer>>) -> PageSample {
    PageSample(layers.map(|layer| (0, layer)).collect())
}

#[test]
fn a_sample_is_settled_exactly_when_the_remaining_pages_cannot_change_the_verdict() {
    let layers = [TextLayer::None, TextLayer::Scan, TextLayer::ScanWithText, TextLayer::Text];
    let pairs = layers.iter().flat_map(|&a| layers.map(|b| [a, b]));
    let files: Vec<_> = pairs.flat_map(|[a, b]| layers.map(|c| [a, b, c])).collect();
    let mut settled = Vec::new();
    for (count, read) in [(1, 0), (2, 0), (2, 1), (3, 0), (3, 1), (3, 2)] {
        for file in &files {
            let partial = sample((0..count).map(|at| file.get(at).copied().filter(|_| at < read)));
            let mut verdicts = files
                .iter()
                .filter(|other| other[..read] == file[..read])
                .map(|other| sample(other[..count].iter().copied().map(Some)).verdict());
            let first = verdicts.next();
            let is_certain = verdicts.all(|verdict| Some(verdict) == first);
            assert_eq!(partial.is_settled(), is_certain, "{:?}", partial.0);
            if is_certain {
                settled.push(file[..read].to_vec());
            }
        }
    }
    settled.dedup();
    let twice = |layer| vec![layer, layer];
    let pairs = [TextLayer::Scan, TextLayer::ScanWithText, TextLayer::Text].map(twice);
    assert!(settled.contains(&vec![TextLayer::Text]) && pairs.iter().all(|pair| settled.contains(pair)));
}

#[test]
fn the_majority_decides_empty_pages_do_not_count_and_text_wins_a_tie() {
    use TextLayer::{None as Empty, Scan, Text};
    let verdict = |layers: &[TextLayer]| sample(layers.iter().copied().map(Some)).verdict();
    assert_eq!(verdict(&[Text, Scan, Scan]), Some(Scan));
    assert_eq!(verdict(&[Scan, Text, Text]), Some(Text));
    assert_eq!(verdict(&[Scan, Text]), Some(Text));
    assert_eq!(verdict(&[Scan, Empty, Empty]), Some(Scan));
    assert_eq!(verdict(&[Empty]), Some(Empty));
    assert_eq!(verdict(&[]), None);
}
