export const FONT_FAMILY = 'Atkinson Hyperlegible Next';
