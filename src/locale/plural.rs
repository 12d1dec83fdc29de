//! Which form of a word goes with a number, by the rules of CLDR.

/// A language's rule for whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PluralRule {
    /// One form for all (Kazakh and its kin after a number).
    Other,
    /// One form for 1, one for the rest.
    OneOther,
    /// Russian: 1, 21 ...; 2 to 4, 22 ...; the rest.
    OneFewMany,
}

impl PluralRule {
    /// The rule that has these forms, in this order.
    pub(super) fn new(forms: &str) -> Option<PluralRule> {
        match forms {
            "other" => Some(PluralRule::Other),
            "one other" => Some(PluralRule::OneOther),
            "one few many" => Some(PluralRule::OneFewMany),
            _ => None,
        }
    }

    /// Returns a number whose form goes with "over {number}" and its like: Russian has the genitive after these.
    pub(super) fn after_bound(self, number: u32) -> u32 {
        match self {
            PluralRule::OneFewMany if self.form(number) == 0 => 2,
            PluralRule::OneFewMany => 5,
            _ => number,
        }
    }

    /// Returns the zero-based index of the form that goes with `number`.
    pub(super) fn form(self, number: u32) -> usize {
        match self {
            PluralRule::Other => 0,
            PluralRule::OneOther => usize::from(number != 1),
            PluralRule::OneFewMany => match (number % 10, number % 100) {
                (1, rest) if rest != 11 => 0,
                (2..=4, rest) if !(12..=14).contains(&rest) => 1,
                _ => 2,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_has_three_forms() {
        let form = |number| PluralRule::OneFewMany.form(number);
        assert_eq!([1, 21, 101].map(form), [0; 3]);
        assert_eq!([2, 4, 22, 104].map(form), [1; 4]);
        assert_eq!([0, 5, 11, 12, 14, 20, 111].map(form), [2; 7]);
    }
}
