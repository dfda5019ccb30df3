/** A phone's unique device identifier. Checked, because it becomes part of file names. */
export type Udid = string & { readonly [udid]: true };
declare const udid: unique symbol;

/** Up to the iPhone 8: forty hex digits. Later: eight (chip), a dash, sixteen (ECID). */
function isUdid(text: string): text is Udid {
  return /^[0-9a-fA-F]{40}$/.test(text) || /^[0-9a-fA-F]{8}-[0-9a-fA-F]{16}$/.test(text);
}

/** The UDID in a USB serial number, which leaves the dash out; undefined when it holds none. */
export function udidOfSerial(serial: string): Udid | undefined {
  const text = serial.length === 24 ? `${serial.slice(0, 8)}-${serial.slice(8)}` : serial;
  return isUdid(text) ? text : undefined;
}
