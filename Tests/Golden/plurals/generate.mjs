// Writes the form of 0 to 130 things in each language, as the browsers' engine has it (CLDR): 0 for
// zero, 1 for one, 2 for two, f for few, m for many and - for other.   node generate.mjs > forms.csv
const languages = ('am ar as be bg bn bs ca cs cy da de el en es et fa fi fr ga gu he hi hr hu hy id is it ja ka '
  + 'kk km kn ko lt lv mk mn ms mt my nb ne nl pa pl ps pt ro ru sk sl sq sr sv sw ta th tr uk ur uz vi zh zu')
  .split(' ');
for (const language of languages) {
  const rules = new Intl.PluralRules(language);
  if (rules.resolvedOptions().locale !== language) continue;
  const signs = { zero: '0', one: '1', two: '2', few: 'f', many: 'm', other: '-' };
  console.log(language + ',' + Array.from({ length: 131 }, (_, count) => signs[rules.select(count)]).join(''));
}
