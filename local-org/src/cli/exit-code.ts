/** How the commands end; the numbers are public, programs rely on them. */
export const EXIT = {success: 0, failed: 1, notCompiled: 2} as const;
