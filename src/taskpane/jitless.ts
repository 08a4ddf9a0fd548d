/** Must be loaded before any schema is made: zod would otherwise try `new Function`, which the page's policy forbids. */
import { z } from 'zod';

z.config({ jitless: true });
