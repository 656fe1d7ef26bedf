namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>A Dovecot that is one person's own: nothing of it lies outside its folder, and nothing of it asks for another user.</summary>
internal static class DovecotConfiguration
{
    /// <param name="root">Its folder, with cert.pem, key.pem and users.</param>
    /// <param name="user">Whoever it runs as.</param>
    public static string Of(string root, int port, string user, string group) => $$"""
        protocols = imap
        listen = 127.0.0.1
        base_dir = {{root}}/run
        state_dir = {{root}}/state
        log_path = {{root}}/dovecot.log
        default_internal_user = {{user}}
        default_internal_group = {{group}}
        default_login_user = {{user}}
        first_valid_uid = 1
        ssl = required
        ssl_cert = <{{root}}/cert.pem
        ssl_key = <{{root}}/key.pem
        mail_location = maildir:{{root}}/mail/%u
        passdb {
          driver = passwd-file
          args = scheme=PLAIN {{root}}/users
        }
        userdb {
          driver = static
          args = uid={{user}} gid={{group}} home={{root}}/mail/%u
        }
        service imap-login {
          chroot =
          inet_listener imap {
            port = 0
          }
          inet_listener imaps {
            port = {{port}}
            ssl = yes
          }
        }
        service anvil {
          chroot =
        }
        namespace inbox {
          inbox = yes
          separator = /
          mailbox Junk {
            special_use = \Junk
            auto = create
          }
        }
        """;
}
