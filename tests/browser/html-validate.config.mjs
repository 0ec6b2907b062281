// What html-validate holds: its recommended rules and those for accessibility.

export default {
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // HTML lets an id begin with a digit, and clauses do: `#5.2-i`. White space stays refused.
    'valid-id': ['error', { relaxed: true }],
  },
};
