//! The areas that paths cover (ISO 32000-1, 8.5), by the boxes around their subpaths.

use crate::pdf::{
    matrix::{Matrix, Rectangle, enclose},
    object::Object,
};

/// The most subpaths of one path.
const MAX_SUBPATHS: usize = 64;

/// The path under construction.
#[derive(Default)]
pub(super) struct Path {
    /// Boxes around the subpaths.
    areas: Vec<Rectangle>,
}

impl Path {
    /// An operator that constructs a path (8.5.2).
    pub(super) fn construct(&mut self, operator: &[u8], operands: &[Object], matrix: &Matrix) {
        let mut numbers = [0.0; 6];
        for (number, operand) in numbers.iter_mut().zip(operands) {
            *number = operand.as_number().unwrap_or(0.0);
        }
        let [x1, y1, x2, y2, x3, y3] = numbers;
        match operator {
            b"re" => self.begin(enclose(&[[x1, y1], [x1 + x2, y1], [x1, y1 + y2], [x1 + x2, y1 + y2]], matrix)),
            b"m" => self.begin(enclose(&[[x1, y1]], matrix)),
            b"l" => self.extend(enclose(&[[x1, y1]], matrix)),
            b"v" | b"y" => self.extend(enclose(&[[x1, y1], [x2, y2]], matrix)),
            _ => self.extend(enclose(&[[x1, y1], [x2, y2], [x3, y3]], matrix)),
        }
    }

    fn begin(&mut self, area: Rectangle) {
        if self.areas.len() < MAX_SUBPATHS {
            self.areas.push(area);
        }
    }

    fn extend(&mut self, [left, bottom, right, top]: Rectangle) {
        if let Some(area) = self.areas.last_mut() {
            let [l, b, r, t] = *area;
            *area = [l.min(left), b.min(bottom), r.max(right), t.max(top)];
        }
    }

    /// Ends the path. Returns the boxes around its subpaths.
    pub(super) fn take(&mut self) -> Vec<Rectangle> {
        std::mem::take(&mut self.areas)
    }

    /// Ends the path, which is not filled.
    pub(super) fn clear(&mut self) {
        self.areas.clear();
    }
}
