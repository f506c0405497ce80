//! Transformations of the plane (ISO 32000-1, 8.3), as far as it takes to know where a picture lies.

use super::object::Object;

/// A box: left, bottom, right, top.
pub(super) type Box4 = [f32; 4];

/// x' = a x + c y + e, y' = b x + d y + f, with the six numbers in this order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Matrix([f32; 6]);

impl Matrix {
    pub(super) const UNIT: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// The last six numbers.
    pub(super) fn from(operands: &[Object]) -> Option<Self> {
        let six = operands.last_chunk::<6>()?;
        let mut own = [0.0; 6];
        for (value, object) in own.iter_mut().zip(six) {
            *value = object.number()?;
        }
        Some(Self(own))
    }

    /// First this one, then `then`.
    pub(super) fn then(&self, then: &Self) -> Self {
        let Self([xx, xy, yx, yy, left, up]) = *self;
        let [x1, y1] = then.direction(xx, xy);
        let [x2, y2] = then.direction(yx, yy);
        let [x3, y3] = then.direction(left, up);
        Self([x1, y1, x2, y2, x3 + then.0[4], y3 + then.0[5]])
    }

    fn direction(&self, across: f32, up: f32) -> [f32; 2] {
        let Self([xx, xy, yx, yy, ..]) = *self;
        [across * xx + up * yx, across * xy + up * yy]
    }

    /// What the unit square becomes.
    pub(super) fn unit_box(&self) -> Box4 {
        let Self([xx, xy, yx, yy, left, up]) = *self;
        let (across, along) = ([0.0, xx, yx, xx + yx], [0.0, xy, yy, xy + yy]);
        let least = |values: &[f32]| values.iter().copied().fold(f32::INFINITY, f32::min);
        let most = |values: &[f32]| values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        [left + least(&across), up + least(&along), left + most(&across), up + most(&along)]
    }
}

/// How much of `page` the box covers, from 0 to 1.
pub(super) fn share_of(page: Box4, [left, bottom, right, top]: Box4) -> f32 {
    let [page_left, page_bottom, page_right, page_top] = page;
    let across = (right.min(page_right) - left.max(page_left)).max(0.0);
    let along = (top.min(page_top) - bottom.max(page_bottom)).max(0.0);
    let share = across * along / ((page_right - page_left) * (page_top - page_bottom)).max(1.0);
    if share.is_finite() { share } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_after_another_is_not_the_other_way_round() {
        let [grow, shift] = [Matrix([2.0, 0.0, 0.0, 3.0, 0.0, 0.0]), Matrix([1.0, 0.0, 0.0, 1.0, 10.0, 20.0])];
        assert_eq!(grow.then(&shift).unit_box().map(f32::to_bits), [10.0f32, 20.0, 12.0, 23.0].map(f32::to_bits));
        assert_eq!(shift.then(&grow).unit_box().map(f32::to_bits), [20.0f32, 60.0, 22.0, 63.0].map(f32::to_bits));
    }

    #[test]
    fn only_what_lies_on_the_page_covers_it() {
        let page = [0.0, 0.0, 100.0, 100.0];
        for (image, share) in [
            ([0.0, 0.0, 100.0, 100.0], 1.0),
            ([50.0, 50.0, 500.0, 500.0], 0.25),
            ([200.0, 0.0, 300.0, 100.0], 0.0),
            ([f32::NAN, 0.0, f32::INFINITY, 100.0], 1.0),
        ] {
            assert!((share_of(page, image) - share).abs() < 1e-6, "{image:?}");
        }
    }
}
