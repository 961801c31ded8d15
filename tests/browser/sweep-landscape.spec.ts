import { sweepOn } from './sweep';

sweepOn({ width: 1920, height: 1080, inches: 21.5, mountMm: 900, shift: 1 });
