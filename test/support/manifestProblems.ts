/** Checks a manifest against the rules of Microsoft's schema. */
import { NAMESPACES, ROOT_RULE, TYPES, type ResourceKind, type TextRule, type TypeRule } from './manifestSchema';

/** Icons of these sizes have to be there. */
const ICON_SIZES = ['16', '32', '80'];

/** What is wrong, each with the place: "/OfficeApp/Version: ...". Empty where the manifest is valid. */
export function manifestProblems(manifest: Document): string[] {
  const [parseError] = manifest.getElementsByTagName('parsererror');
  if (parseError) return [`not well-formed: ${parseError.textContent}`];
  const root = manifest.documentElement;
  if (root.localName !== ROOT_RULE.name || root.namespaceURI !== NAMESPACES.app)
    return [`${root.nodeName} is not ${ROOT_RULE.name} of ${NAMESPACES.app}`];
  return [...elementProblems(root, ROOT_RULE.type, resourcesOf(manifest)), ...documentProblems(manifest)];
}

/** The ids of each collection of resources. */
type Resources = Readonly<Record<ResourceKind, readonly string[]>>;

function resourcesOf(manifest: Document): Resources {
  const ids = (kind: ResourceKind): string[] =>
    [...manifest.getElementsByTagNameNS(NAMESPACES.basic, kind)].flatMap(({ children }) =>
      [...children].map((child) => child.getAttribute('id') ?? ''),
    );
  return {
    Images: ids('Images'),
    Urls: ids('Urls'),
    ShortStrings: ids('ShortStrings'),
    LongStrings: ids('LongStrings'),
  };
}

const pathOf = (element: Element): string =>
  `${element.parentElement === null ? '' : pathOf(element.parentElement)}/${element.localName}`;

/** What is wrong with an element of a type and all that is in it. */
function elementProblems(element: Element, type: (typeof ROOT_RULE)['type'], resources: Resources): string[] {
  const rule = ruleOf(element, type);
  if (typeof rule === 'string') return [`${pathOf(element)}: ${rule}`];
  return [
    ...attributeProblems(element, rule, { choosable: typeof type !== 'string' }, resources),
    ...contentProblems(element, rule, resources),
    ...childProblems(element, rule, resources),
  ];
}

/** The rule of an element, or what is wrong with its `xsi:type`. */
function ruleOf(element: Element, type: (typeof ROOT_RULE)['type']): TypeRule | string {
  if (typeof type === 'string') return TYPES[type] ?? `no rule for ${type}`;
  const given = element.getAttributeNS(NAMESPACES.instance, 'type');
  const name = given === null ? undefined : type[given];
  return (
    (name === undefined ? undefined : TYPES[name]) ?? `xsi:type ${given} is none of ${Object.keys(type).join(', ')}`
  );
}

function attributeProblems(
  element: Element,
  rule: TypeRule,
  { choosable }: { choosable: boolean },
  resources: Resources,
): string[] {
  const rules = rule.attributes ?? {};
  const found = [...element.attributes].filter(
    ({ name, namespaceURI }) => !name.startsWith('xmlns') && !(choosable && namespaceURI === NAMESPACES.instance),
  );
  const unknown = found.filter(({ name }) => !(name in rules)).map(({ name }) => `attribute ${name} is unknown`);
  const wrong = Object.entries(rules).flatMap(([name, attribute]) => {
    const value = element.getAttribute(name);
    if (value === null) return attribute.optional ? [] : [`attribute ${name} is missing`];
    return textProblems(value, attribute, resources).map((problem) => `attribute ${name} ${problem}`);
  });
  return [...unknown, ...wrong].map((problem) => `${pathOf(element)}: ${problem}`);
}

function contentProblems(element: Element, { text }: TypeRule, resources: Resources): string[] {
  const own = [...element.childNodes].filter((node) => node.nodeType === 3 || node.nodeType === 4);
  const content = own.map((node) => node.textContent ?? '').join('');
  const problems = text ? textProblems(content, text, resources) : content.trim() === '' ? [] : ['holds text'];
  return problems.map((problem) => `${pathOf(element)}: ${problem}`);
}

function textProblems(value: string, rule: TextRule, resources: Resources): string[] {
  const problems: string[] = [];
  if (value === '') problems.push('is empty');
  if (value.length > (rule.max ?? Number.POSITIVE_INFINITY)) problems.push(`is longer than ${rule.max} characters`);
  if (rule.pattern && !rule.pattern.test(value)) problems.push(`has not the form of ${String(rule.pattern)}`);
  if (rule.values && !rule.values.includes(value)) problems.push(`is none of ${rule.values.join(', ')}`);
  if (rule.https && !(URL.canParse(value) && new URL(value).protocol === 'https:'))
    problems.push('is no HTTPS address');
  if (rule.refersTo && !resources[rule.refersTo].includes(value))
    problems.push(`refers to nothing of ${rule.refersTo}`);
  return problems;
}

/** Children stand in the order of the rules, as often as these say. */
function childProblems(element: Element, rule: TypeRule, resources: Resources): string[] {
  const problems: string[] = [];
  const rest = [...element.children];
  for (const { name, type, min, max, namespace } of rule.children ?? []) {
    const uri = NAMESPACES[namespace ?? rule.within ?? 'app'];
    let count = 0;
    while (rest[0]?.localName === name && rest[0].namespaceURI === uri && count < max) {
      const child = rest.shift();
      if (child) problems.push(...elementProblems(child, type, resources));
      count += 1;
    }
    if (count < min) problems.push(`${pathOf(element)}: ${name} is missing`);
  }
  return [...problems, ...rest.map((child) => `${pathOf(child)}: ${child.nodeName} may not stand here`)];
}

/** What holds of the whole document and is in no type. */
function documentProblems(manifest: Document): string[] {
  const all = [...manifest.getElementsByTagName('*')];
  const named = (name: string): Element[] => all.filter(({ localName }) => localName === name);
  const icons = named('Icon').filter(({ children }) => {
    const sizes = [...children].map((image) => image.getAttribute('size'));
    return ICON_SIZES.some((size) => !sizes.includes(size)) || new Set(sizes).size !== sizes.length;
  });
  const withOverrides = [...new Set(named('Override').flatMap(({ parentElement }) => parentElement ?? []))];
  const twice = withOverrides.filter(({ children }) => {
    const locales = [...children].map((child) => child.getAttribute('Locale'));
    return new Set(locales).size !== locales.length;
  });
  const ids = all.flatMap((element) => element.getAttribute('id') ?? []);
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [
    ...icons.map((icon) => `${pathOf(icon)}: needs the sizes ${ICON_SIZES.join(', ')}, each once`),
    ...twice.map((element) => `${pathOf(element)}: two overrides for one locale`),
    ...repeated.map((id) => `id ${id} is given twice`),
  ];
}
