// What html-validate holds: its recommended rules and those for accessibility.

export default {
  extends: ['html-validate:recommended', 'html-validate:a11y'],
};
