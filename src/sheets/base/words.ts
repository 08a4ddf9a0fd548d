/** Words of the hidden copy of the covenant. */
export const words = { sheetName: 'Giao ước đã áp dụng' } as const;
