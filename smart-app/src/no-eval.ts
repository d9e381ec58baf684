import { z } from 'zod';

// zod tries to compile its checks with `new Function`, which our content security policy refuses, loudly.
z.config({ jitless: true });
