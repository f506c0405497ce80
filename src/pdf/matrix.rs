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
