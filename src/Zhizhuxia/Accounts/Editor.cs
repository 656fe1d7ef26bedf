using Microsoft.AspNetCore.Identity;

namespace Zhizhuxia.Accounts;

/// <summary>A person of the newsroom.</summary>
public sealed class Editor : IdentityUser<Guid>
{
    public Editor() => Id = Guid.CreateVersion7();

    /// <summary>As colleagues see it, e.g. "王编辑".</summary>
    public string DisplayName { get; set; } = "";

    public IReadOnlyList<Role> Roles { get; set; } = [];

    /// <summary>Switched off: cannot sign in, and is signed out within a minute.</summary>
    public bool Disabled { get; set; }

    /// <summary>Wants no digest twice a day. Alarms come all the same.</summary>
    public bool DigestOff { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The time step of the last one-time code that was used: a code works once (RFC 6238 §5.2).</summary>
    public long LastCodeStep { get; set; }

    /// <summary>Has a passkey at least. Kept here so that who may sign in how is known without a look at the keys.</summary>
    public bool HasPasskey { get; set; }

    /// <summary>The password alone does not let this person in: an authenticator app is bound, or there is a passkey.</summary>
    public bool HasSecondFactor => TwoFactorEnabled || HasPasskey;

    /// <summary>These roles work only with a second factor.</summary>
    public bool NeedsSecondFactor => Roles.Any(role => role.NeedsSecondFactor);
}
