/** jest's global set-up of the browser suites: the pane and the workbench's page are built once, before any suite. */
import { buildAll } from '../support/built';

export default buildAll;
