//! Policies in four languages, to each of which a section comes.

use super::stale;

/// A policy before and after its second section came, which says something at its top.
pub(super) struct Policy {
    code: &'static str,
    title: &'static str,
    /// What each section is headed with and says.
    sections: [(&'static str, &'static str); 4],
    added: (&'static str, &'static str),
}

const POLICIES: [Policy; 4] = [
    Policy {
        code: "en",
        title: "Grievance policy",
        sections: [
            ("Scope", "This is for all staff."),
            ("Informal talks", "Talk to the person first."),
            ("Formal steps", "Write to your manager soon."),
            ("Appeals", "Appeal within five days of it."),
        ],
        added: ("Words", "A grievance is a concern."),
    },
    Policy {
        code: "cy",
        title: "Polisi cwyno",
        sections: [
            ("Cwmpas", "Mae hwn ar gyfer yr holl staff."),
            ("Sgyrsiau anffurfiol", "Siaradwch â'r person yn gyntaf."),
            ("Camau ffurfiol", "Ysgrifennwch at eich rheolwr yn fuan."),
            ("Apelio", "Apeliwch o fewn pum diwrnod."),
        ],
        added: ("Geiriau", "Ystyr cwyn yw pryder."),
    },
    Policy {
        code: "fr",
        title: "Politique des griefs",
        sections: [
            ("Champ", "Ceci est pour tout le personnel."),
            ("Échange", "Parlez d’abord à la personne."),
            ("Démarche", "Écrivez bientôt à votre responsable."),
            ("Recours", "Faites appel sous cinq jours."),
        ],
        added: ("Termes", "Un grief est un souci."),
    },
    Policy {
        code: "ga",
        title: "Polasaí casaoide",
        sections: [
            ("Raon", "Tá sé seo don fhoireann uile."),
            ("Caint", "Labhair leis an duine ar dtús."),
            ("Céimeanna", "Scríobh chuig do bhainisteoir go luath."),
            ("Achomharc", "Déan achomharc laistigh de chúig lá."),
        ],
        added: ("Focail", "Is imní í casaoid."),
    },
];

impl Policy {
    pub(super) fn of(code: &str) -> &'static Policy {
        let known = POLICIES.iter().find(|policy| policy.code == code);
        known.expect("a language of the policies")
    }

    /// What is told of a sentence that both texts have.
    pub(super) fn told(&self, sentence: &str) -> Vec<(String, String)> {
        let write = |sections: &[(&str, &str)]| {
            let numbered = sections.iter().enumerate();
            let written =
                numbered.map(|(at, (head, body))| format!("## {}. {head}\n\n{body}\n", at + 1));
            let written: Vec<String> = written.collect();
            format!("# {}\n\n{sentence}\n\n{}", self.title, written.join("\n"))
        };
        let mut sections = self.sections.to_vec();
        let old = write(&sections);
        sections.insert(1, self.added);
        stale(self.code, &old, &write(&sections))
    }
}
