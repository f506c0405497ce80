//! Sorts by a number. The standard library's stable sort is compiled for each type and each order, half a kilobyte at a
//! time; this one sorts numbers, and only moves the items.

/// Sorts by a number. Items with the same number keep their order.
pub(super) fn sort_by_number<T>(items: &mut [T], number: &dyn Fn(&T) -> u64) {
    items.sort_by_cached_key(number);
}

/// A number that stands for a place among all floating-point numbers, as `f32::total_cmp` orders them.
pub(super) fn number_of(value: f32) -> u64 {
    let bits = value.to_bits();
    u64::from(if bits >> 31 == 0 { bits | 1 << 31 } else { !bits })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_in_the_order_of_the_values() {
        let values = [
            f32::NEG_INFINITY,
            -2.5,
            -1.0,
            -f32::MIN_POSITIVE,
            -0.0,
            0.0,
            f32::MIN_POSITIVE,
            1.0,
            f32::INFINITY,
            f32::NAN,
        ];
        assert!(values.is_sorted_by(|a, b| a.total_cmp(b).is_lt() && number_of(*a) < number_of(*b)));
    }

    #[test]
    fn items_with_the_same_number_keep_their_order() {
        let mut items: Vec<(u64, usize)> = (0..1000).map(|index| (index as u64 * 7 % 10, index)).collect();
        sort_by_number(&mut items, &|item| item.0);
        assert!(items.is_sorted());
    }
}
