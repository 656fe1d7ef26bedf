"""A real SMTP server (aiosmtpd) for the tests: FOLDER implicit|starttls USER PASSWORD.

Prints its port, keeps each message as N.eml with its envelope in N.txt, ends with its standard input."""
import asyncio
import logging
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

logging.disable()
folder, security, user, password = sys.argv[1:5]


class Keep:
    count = 0

    async def handle_DATA(self, server, session, envelope):
        Keep.count += 1
        mail = pathlib.Path(folder, f"{Keep.count}.eml")
        mail.with_suffix(".txt").write_text("\n".join(
            [envelope.mail_from, *envelope.rcpt_tos, *envelope.mail_options, str(session.authenticated), str(session.ssl is not None or security == "implicit")]))
        mail.with_suffix(".part").write_bytes(envelope.original_content)
        mail.with_suffix(".part").rename(mail)
        return "250 2.0.0 taken"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return f"550 5.1.1 <{address}>: no such user"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"


def known(server, session, envelope, mechanism, data):
    return AuthResult(success=(data.login, data.password) == (user.encode(), password.encode()), handled=False)


async def main():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pathlib.Path(folder, "server.pem"))
    implicit = security == "implicit"

    def smtp():
        return SMTP(Keep(), enable_SMTPUTF8=True, authenticator=known, auth_required=True, auth_require_tls=not implicit,
                    tls_context=None if implicit else context, require_starttls=not implicit, ident="test")

    server = await asyncio.get_running_loop().create_server(smtp, "127.0.0.1", 0, ssl=context if implicit else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main())
