namespace Zhizhuxia.Web.Account;

/// <summary>What was typed as the second factor.</summary>
public enum SecondProof
{
    /// <summary>Six digits of the authenticator app.</summary>
    AppCode,

    /// <summary>One of the ten that were written down.</summary>
    RecoveryCode,
}
