//! Transformation matrices (ISO 32000-1, 8.3.4), as far as needed to locate images on a page.

use super::object::Object;

/// A rectangle (7.9.5): left, bottom, right, top.
pub(super) type Rectangle = [f32; 4];

/// A point: across and up.
pub(super) type Point = [f32; 2];

/// The numbers `a` to `f` of x' = a x + c y + e, y' = b x + d y + f.
#[derive(Debug, Clone, Copy)]
pub(super) struct Matrix([f32; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// The matrix of the last six operands.
    pub(super) fn from_operands(operands: &[Object]) -> Option<Self> {
        let six = operands.last_chunk::<6>()?;
        let mut numbers = [0.0; 6];
        for (value, object) in numbers.iter_mut().zip(six) {
            *value = object.as_number()?;
        }
        Some(Self(numbers))
    }

    /// The transformation by this matrix and then by `next`.
    pub(super) fn then(&self, next: &Self) -> Self {
        let Self([xx, xy, yx, yy, left, up]) = *self;
        let [x1, y1] = next.transform_vector([xx, xy]);
        let [x2, y2] = next.transform_vector([yx, yy]);
        let [x3, y3] = next.transform_vector([left, up]);
        Self([x1, y1, x2, y2, x3 + next.0[4], y3 + next.0[5]])
    }

    /// The matrix of the numbers `a` to `f`.
    pub(super) const fn new(numbers: [f32; 6]) -> Self {
        Self(numbers)
    }

    /// The matrix that fits a rectangle into another.
    pub(super) fn fit([left, bottom, right, top]: Rectangle, [x0, y0, x1, y1]: Rectangle) -> Self {
        let (across, up) = ((x1 - x0) / (right - left), (y1 - y0) / (top - bottom));
        Self([across, 0.0, 0.0, up, x0 - left * across, y0 - bottom * up])
    }

    /// A movement.
    pub(super) const fn translation(across: f32, up: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, across, up])
    }

    /// The transformed vector, which has no place.
    pub(super) fn transform_vector(&self, [across, up]: Point) -> Point {
        let Self([xx, xy, yx, yy, ..]) = *self;
        [across * xx + up * yx, across * xy + up * yy]
    }

    /// The transformed point.
    pub(super) fn transform(&self, [across, up]: Point) -> Point {
        let [x, y] = self.transform_vector([across, up]);
        [x + self.0[4], y + self.0[5]]
    }

    /// The bounding box of the transformed unit square, which is where an image is painted.
    pub(super) fn image_box(&self) -> Rectangle {
        let Self([xx, xy, yx, yy, left, up]) = *self;
        let (across, along) = ([0.0, xx, yx, xx + yx], [0.0, xy, yy, xy + yy]);
        let min = |values: &[f32]| values.iter().copied().fold(f32::INFINITY, f32::min);
        let max = |values: &[f32]| values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        [left + min(&across), up + min(&along), left + max(&across), up + max(&along)]
    }
}

/// The bounding box of the transformed points.
pub(super) fn enclose(points: &[Point], matrix: &Matrix) -> Rectangle {
    let empty = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
    points
        .iter()
        .map(|point| matrix.transform(*point))
        .fold(empty, |[left, bottom, right, top], [x, y]| [left.min(x), bottom.min(y), right.max(x), top.max(y)])
}

/// The fraction of `page` that a rectangle covers, from 0 to 1.
pub(super) fn coverage(page: Rectangle, [left, bottom, right, top]: Rectangle) -> f32 {
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
    fn the_order_of_transformations_matters() {
        let [scale, translate] = [Matrix([2.0, 0.0, 0.0, 3.0, 0.0, 0.0]), Matrix([1.0, 0.0, 0.0, 1.0, 10.0, 20.0])];
        assert_eq!(scale.then(&translate).image_box().map(f32::to_bits), [10.0f32, 20.0, 12.0, 23.0].map(f32::to_bits));
        assert_eq!(translate.then(&scale).image_box().map(f32::to_bits), [20.0f32, 60.0, 22.0, 63.0].map(f32::to_bits));
    }

    #[test]
    fn only_the_part_on_the_page_counts() {
        let page = [0.0, 0.0, 100.0, 100.0];
        for (image, share) in [
            ([0.0, 0.0, 100.0, 100.0], 1.0),
            ([50.0, 50.0, 500.0, 500.0], 0.25),
            ([200.0, 0.0, 300.0, 100.0], 0.0),
            ([f32::NAN, 0.0, f32::INFINITY, 100.0], 1.0),
        ] {
            assert!((coverage(page, image) - share).abs() < 1e-6, "{image:?}");
        }
    }
}
