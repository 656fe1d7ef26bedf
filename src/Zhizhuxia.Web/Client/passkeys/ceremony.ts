import { bytes, text } from "./base64url";

interface Listed {
  id: string;
  type: PublicKeyCredentialType;
  transports?: AuthenticatorTransport[];
}

type Packed<T> = Omit<T, "challenge" | "user" | "excludeCredentials" | "allowCredentials"> & {
  challenge: string;
  user: Omit<PublicKeyCredentialUserEntity, "id"> & { id: string };
  excludeCredentials?: Listed[];
  allowCredentials?: Listed[];
};

/** Passkeys belong to a name: an address of figures, or http beyond this machine, can have none. */
export const canUse = (): boolean => isSecureContext && "PublicKeyCredential" in window && !/^[\d.]+$|^\[/.test(location.hostname);

/** Whether the browser can offer passkeys in a field. */
export const offers = async (): Promise<boolean> =>
  (await (PublicKeyCredential as { isConditionalMediationAvailable?: () => Promise<boolean> }).isConditionalMediationAvailable?.()) ?? false;

async function options<T>(address: string): Promise<Packed<T>> {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok || answer.redirected) throw new DOMException("expired", answer.status === 429 ? "TooMany" : "Expired");
  return (await answer.json()) as Packed<T>;
}

const listed = (keys: Listed[] | undefined): PublicKeyCredentialDescriptor[] => (keys ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

/** Makes a passkey by the options at the address; the credential as the server reads it. */
export async function make(address: string): Promise<string> {
  const wanted = await options<PublicKeyCredentialCreationOptions>(address);
  const made = (await navigator.credentials.create({
    publicKey: {
      ...(wanted as unknown as PublicKeyCredentialCreationOptions),
      challenge: bytes(wanted.challenge),
      user: { ...wanted.user, id: bytes(wanted.user.id) },
      excludeCredentials: listed(wanted.excludeCredentials),
    },
  })) as PublicKeyCredential | null;
  if (!made) throw new DOMException("none", "NotAllowedError");
  const response = made.response as AuthenticatorAttestationResponse;
  return packed(made, { attestationObject: text(response.attestationObject), transports: response.getTransports?.() ?? [] });
}

/** Asks for a passkey by the options at the address. With a signal, the browser offers it in the page's field instead of a window. */
export async function ask(address: string, signal?: AbortSignal): Promise<string> {
  const wanted = await options<PublicKeyCredentialRequestOptions>(address);
  const got = (await navigator.credentials.get({
    publicKey: {
      ...(wanted as unknown as PublicKeyCredentialRequestOptions),
      challenge: bytes(wanted.challenge),
      allowCredentials: listed(wanted.allowCredentials),
    },
    ...(signal ? { signal, mediation: "conditional" as CredentialMediationRequirement } : {}),
  })) as PublicKeyCredential | null;
  if (!got) throw new DOMException("none", "NotAllowedError");
  const response = got.response as AuthenticatorAssertionResponse;
  return packed(got, {
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle ? text(response.userHandle) : null,
  });
}

function packed(credential: PublicKeyCredential, response: Record<string, unknown>): string {
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { clientDataJSON: text(credential.response.clientDataJSON), ...response },
  });
}
