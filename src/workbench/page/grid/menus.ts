import type { MenuConfig } from '@univerjs/ui';

/** What Univer offers and the workbench does not do. */
export const HIDDEN_MENUS: MenuConfig = {};
