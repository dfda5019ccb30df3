export const icloud = {};
