//! The table of measures.

#[derive(Default)]
pub struct Table {
    rows: Vec<(String, String, Option<bool>)>,
}

impl Table {
    pub fn at_least(&mut self, measure: &str, value: f64, least: f64) {
        let said = format!("{value:.4} (at least {least})");
        self.rows
            .push((measure.to_owned(), said, Some(value >= least)));
    }

    pub fn at_most(&mut self, measure: &str, value: f64, most: f64) {
        let said = if most == f64::MAX {
            format!("{value:.4}")
        } else {
            format!("{value:.4} (at most {most})")
        };
        self.rows
            .push((measure.to_owned(), said, Some(value <= most)));
    }

    pub fn tell(&mut self, measure: &str, value: &str) {
        self.rows.push((measure.to_owned(), value.to_owned(), None));
    }

    pub fn holds(&self) -> bool {
        self.rows.iter().all(|(_, _, holds)| *holds != Some(false))
    }

    pub fn print(&self) {
        let width = self
            .rows
            .iter()
            .map(|row| row.0.chars().count())
            .max()
            .unwrap_or(0);
        for (measure, value, holds) in &self.rows {
            let sign = match holds {
                Some(true) => "holds",
                Some(false) => "FAILS",
                None => "",
            };
            println!("{measure:width$}  {sign:5}  {value}");
        }
    }
}
