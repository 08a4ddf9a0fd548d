/**
 * What Microsoft's schema requires of the manifest of a task pane add-in for Excel with buttons, as data: the types that its
 * open specification [MS-OWEMXML] describes in words (OfficeApp of appforoffice/1.1, taskpaneappversionoverrides,
 * officeappbasictypes/1.0), and what the reference of the manifest adds (resources that exist, sizes of icons, HTTPS).
 * Microsoft's own files are in no package and are not copied here. *Unproven*: that they ask for nothing else; `npm run
 * validate` asks Microsoft's service.
 */

export const NAMESPACES = {
  app: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  overrides: 'http://schemas.microsoft.com/office/taskpaneappversionoverrides',
  basic: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  instance: 'http://www.w3.org/2001/XMLSchema-instance',
} as const;

/** Which collection of the resources a reference points into. */
export type ResourceKind = 'Images' | 'Urls' | 'ShortStrings' | 'LongStrings';

/** What a text may be. */
export interface TextRule {
  max?: number;
  pattern?: RegExp;
  values?: readonly string[];
  /** An address that begins with https. */
  https?: boolean;
  refersTo?: ResourceKind;
}

interface AttributeRule extends TextRule {
  optional?: boolean;
}

/** A child: how often it may stand at its place in the sequence. */
interface ChildRule {
  name: string;
  /** The name of its type; where types are told apart by `xsi:type`, the types that may stand here by that name. */
  type: string | Readonly<Record<string, string>>;
  min: number;
  max: number;
  /** Where it is of another namespace than its siblings. */
  namespace?: keyof typeof NAMESPACES;
}

export interface TypeRule {
  /** The namespace of the children. */
  within?: keyof typeof NAMESPACES;
  attributes?: Readonly<Record<string, AttributeRule>>;
  /** The text of the element; without it only spaces may stand between children. */
  text?: TextRule;
  children?: readonly ChildRule[];
}

const MANY = Number.POSITIVE_INFINITY;
const SHORT: TextRule = { max: 125 };
const LONG: TextRule = { max: 250 };
const URL: TextRule = { max: 2048, https: true };
const ID: TextRule = { max: 32 };
const GUID: TextRule = { pattern: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i };
const LOCALE: TextRule = { pattern: /^[a-z]{2,3}-[a-z]{2,3}$/i };
const VERSION: TextRule = { pattern: /^\d{1,5}(?:\.\d{1,5}){0,3}$/ };
const SHORT_VERSION: TextRule = { pattern: /^\d{1,5}\.\d{1,5}$/ };

const one = (name: string, type: ChildRule['type'] = name): ChildRule => ({ name, type, min: 1, max: 1 });
const perhaps = (name: string, type: ChildRule['type'] = name): ChildRule => ({ name, type, min: 0, max: 1 });
const several = (name: string, type: ChildRule['type'] = name): ChildRule => ({ name, type, min: 1, max: MANY });
const any = (name: string, type: ChildRule['type'] = name): ChildRule => ({ name, type, min: 0, max: MANY });

/** A setting with a value for each language. */
const setting = (value: TextRule, override: string, within: TypeRule['within'] = 'app'): TypeRule => ({
  within,
  attributes: { DefaultValue: value },
  children: [any('Override', override)],
});
const override = (value: TextRule): TypeRule => ({ attributes: { Locale: LOCALE, Value: value } });
/** A resource of a collection. */
const resource = (value: TextRule, name: string): TypeRule => ({
  within: 'basic',
  attributes: { id: ID, DefaultValue: value },
  children: [any('Override', name)],
});
const reference = (refersTo: ResourceKind): TypeRule => ({ attributes: { resid: { ...ID, refersTo } } });

const CONTROL: readonly ChildRule[] = [one('Label', 'ShortReference'), one('Supertip')];
const ACTIONS = { ShowTaskpane: 'ShowTaskpane', ExecuteFunction: 'ExecuteFunction' };

export const ROOT_RULE: ChildRule = one('OfficeApp', { TaskPaneApp: 'TaskPaneApp' });

export const TYPES: Readonly<Record<string, TypeRule>> = {
  TaskPaneApp: {
    within: 'app',
    children: [
      one('Id', 'Guid'),
      one('Version', 'Version'),
      one('ProviderName', 'ShortText'),
      one('DefaultLocale', 'Locale'),
      one('DisplayName', 'ShortSetting'),
      one('Description', 'LongSetting'),
      perhaps('IconUrl', 'UrlSetting'),
      perhaps('HighResolutionIconUrl', 'UrlSetting'),
      perhaps('SupportUrl', 'UrlSetting'),
      perhaps('AppDomains'),
      perhaps('Hosts', 'AppHosts'),
      perhaps('Requirements', 'AppRequirements'),
      one('DefaultSettings'),
      one('Permissions'),
      { ...perhaps('VersionOverrides', { VersionOverridesV1_0: 'VersionOverrides' }), namespace: 'overrides' },
    ],
  },
  Guid: { text: GUID },
  Version: { text: VERSION },
  ShortText: { text: SHORT },
  LongText: { text: LONG },
  Locale: { text: LOCALE },
  ShortSetting: setting(SHORT, 'ShortOverride'),
  LongSetting: setting(LONG, 'LongOverride'),
  UrlSetting: setting(URL, 'UrlOverride'),
  ShortOverride: override(SHORT),
  LongOverride: override(LONG),
  UrlOverride: override(URL),
  AppDomains: { within: 'app', children: [several('AppDomain', 'LongText')] },
  AppHosts: { within: 'app', children: [several('Host', 'AppHost')] },
  AppHost: { attributes: { Name: { values: ['Workbook'] } } },
  AppRequirements: { within: 'app', children: [perhaps('Sets', 'AppSets')] },
  AppSets: {
    within: 'app',
    attributes: { DefaultMinVersion: { ...SHORT_VERSION, optional: true } },
    children: [several('Set')],
  },
  Set: { attributes: { Name: SHORT, MinVersion: { ...SHORT_VERSION, optional: true } } },
  DefaultSettings: { within: 'app', children: [one('SourceLocation', 'UrlSetting')] },
  Permissions: {
    text: { values: ['Restricted', 'ReadDocument', 'ReadAllDocument', 'WriteDocument', 'ReadWriteDocument'] },
  },

  VersionOverrides: {
    within: 'overrides',
    children: [
      perhaps('Description', 'LongReference'),
      perhaps('Requirements'),
      perhaps('Hosts'),
      perhaps('Resources'),
    ],
  },
  Requirements: { within: 'basic', children: [one('Sets')] },
  Sets: {
    within: 'basic',
    attributes: { DefaultMinVersion: { ...SHORT_VERSION, optional: true } },
    children: [several('Set')],
  },
  Hosts: { within: 'overrides', children: [several('Host', { Workbook: 'Workbook' })] },
  Workbook: { within: 'overrides', children: [perhaps('Runtimes'), perhaps('DesktopFormFactor')] },
  // More than one is described, but Office takes one only.
  Runtimes: { within: 'overrides', children: [one('Runtime')] },
  Runtime: {
    attributes: { resid: { ...ID, refersTo: 'Urls' }, lifetime: { values: ['short', 'long'], optional: true } },
  },
  DesktopFormFactor: {
    within: 'overrides',
    children: [
      perhaps('GetStarted'),
      perhaps('FunctionFile', 'UrlReference'),
      several('ExtensionPoint', { PrimaryCommandSurface: 'PrimaryCommandSurface' }),
    ],
  },
  GetStarted: {
    within: 'overrides',
    children: [
      one('Title', 'ShortReference'),
      one('Description', 'LongReference'),
      one('LearnMoreUrl', 'UrlReference'),
    ],
  },
  PrimaryCommandSurface: { within: 'overrides', children: [any('OfficeTab')] },
  OfficeTab: { within: 'overrides', attributes: { id: SHORT }, children: [several('Group')] },
  Group: {
    within: 'overrides',
    attributes: { id: SHORT },
    children: [one('Label', 'ShortReference'), one('Icon'), several('Control', { Button: 'Button', Menu: 'Menu' })],
  },
  Button: {
    within: 'overrides',
    attributes: { id: SHORT },
    children: [...CONTROL, one('Icon'), one('Action', ACTIONS)],
  },
  Menu: { within: 'overrides', attributes: { id: SHORT }, children: [...CONTROL, one('Icon'), one('Items')] },
  Items: { within: 'overrides', children: [several('Item', 'MenuItem')] },
  MenuItem: {
    within: 'overrides',
    attributes: { id: SHORT },
    children: [...CONTROL, perhaps('Icon'), one('Action', ACTIONS)],
  },
  Supertip: {
    within: 'overrides',
    children: [one('Title', 'ShortReference'), one('Description', 'LongReference')],
  },
  ShowTaskpane: {
    within: 'overrides',
    children: [
      perhaps('TaskpaneId', 'ShortText'),
      one('SourceLocation', 'UrlReference'),
      perhaps('Title', 'ShortReference'),
    ],
  },
  ExecuteFunction: { within: 'overrides', children: [one('FunctionName', 'LongText')] },
  Icon: { within: 'basic', children: [several('Image', 'ImageReference')] },
  ImageReference: {
    attributes: {
      resid: { ...ID, refersTo: 'Images' },
      size: { values: ['16', '20', '24', '32', '40', '48', '64', '80'] },
    },
  },
  UrlReference: reference('Urls'),
  ShortReference: reference('ShortStrings'),
  LongReference: reference('LongStrings'),
  Resources: {
    within: 'basic',
    children: [perhaps('Images'), perhaps('Urls'), perhaps('ShortStrings'), perhaps('LongStrings')],
  },
  Images: { within: 'basic', children: [any('Image', 'UrlResource')] },
  Urls: { within: 'basic', children: [any('Url', 'UrlResource')] },
  ShortStrings: { within: 'basic', children: [any('String', 'ShortResource')] },
  LongStrings: { within: 'basic', children: [any('String', 'LongResource')] },
  UrlResource: resource(URL, 'UrlOverride'),
  ShortResource: resource(SHORT, 'ShortOverride'),
  LongResource: resource(LONG, 'LongOverride'),
};
