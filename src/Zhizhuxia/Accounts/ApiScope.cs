namespace Zhizhuxia.Accounts;

/// <summary>What a key opens; whatever is not here, no key opens.</summary>
public enum ApiScope
{
    /// <summary>Hands in links.</summary>
    LinksWrite,

    /// <summary>Hands in pieces of every kind.</summary>
    SubmissionsWrite,
}

/// <summary>The scopes as programs and administrators read them.</summary>
public static class ApiScopeNames
{
    extension(ApiScope scope)
    {
        /// <summary>For example "links:write".</summary>
        public string Code => scope switch
        {
            ApiScope.LinksWrite => "links:write",
            _ => "submissions:write",
        };

        /// <summary>What it is for, in a few words.</summary>
        public string Duty => scope switch
        {
            ApiScope.LinksWrite => "提交链接，单条或一次最多 50 条",
            _ => "提交视频、链接和约拍",
        };
    }
}
