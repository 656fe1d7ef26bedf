namespace Zhizhuxia.Jobs;

/// <summary>What a job does; one <see cref="IJobHandler"/> for each.</summary>
public enum JobKind
{
    StoreAsset,
    InspectAsset,
    MakeProxy,
    MakeLadder,
    SendMail,
    SweepUploads,
}
