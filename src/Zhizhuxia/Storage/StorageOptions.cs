using System.ComponentModel.DataAnnotations;

namespace Zhizhuxia.Storage;

/// <summary>Section <c>Storage</c>.</summary>
public sealed class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";

    /// <summary>Folder of everything kept on disk: database, uploads, files, mails, keys.</summary>
    [Required]
    public string Root { get; set; } = "data";

    /// <summary>New uploads are refused when this share of the disk (percent) would be in use.</summary>
    [Range(1, 100)]
    public int RefuseUploadsAtPercent { get; set; } = 80;

    /// <summary>Not ready any more when this share of the disk (percent) is in use.</summary>
    [Range(1, 100)]
    public int FullAtPercent { get; set; } = 95;

    /// <summary>
    /// File with the newsroom's own key, 32 bytes or their Base64: how several machines get the same one, from a vault or a mounted secret. Without
    /// it, the key lies in <c>keys/</c> under the root and is made at the first start.
    /// </summary>
    public string? KeyFile { get; set; }

    /// <summary>Where readers' files are kept.</summary>
    public StoreKind Kind { get; set; } = StoreKind.Disk;

    /// <summary>
    /// Of the blob service, for example <c>https://ACCOUNT.blob.core.chinacloudapi.cn</c>; who we are says the machine (managed identity,
    /// environment). Needed for Azure, unless there is a connection string.
    /// </summary>
    public Uri? AzureAddress { get; set; }

    /// <summary>A secret: with it, the account's key is used.</summary>
    public string? AzureConnectionString { get; set; }

    /// <summary>Names of the two containers begin with it: <c>PREFIX-files</c>, <c>PREFIX-uploads</c>.</summary>
    [Required]
    [RegularExpression("^[a-z0-9][a-z0-9-]{1,40}$")]
    public string AzurePrefix { get; set; } = "zhizhuxia";

    /// <summary>
    /// How long an address that opens one published file at the store itself is good; zero: everything is streamed through the program. Each request
    /// for a part of a film gets a new one after the rights have been asked for, so this is also how long a film can be read on after a takedown.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan SignedFor { get; set; } = TimeSpan.Zero;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind is StoreKind.Azure && AzureAddress is null && string.IsNullOrEmpty(AzureConnectionString))
            yield return new($"{Section}:{nameof(AzureAddress)} or {Section}:{nameof(AzureConnectionString)} is needed", [nameof(AzureAddress)]);
    }

    public string Folder(string name) => Path.Combine(Path.GetFullPath(Root), name);
}
