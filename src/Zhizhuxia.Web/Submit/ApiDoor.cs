using Zhizhuxia.Data;
using Zhizhuxia.Intake;

namespace Zhizhuxia.Web.Submit;

/// <summary>What every address that takes pieces by JSON asks first: whose key, how many already, and whether this was asked before.</summary>
internal readonly record struct ApiDoor(ShowApiKey Show, ApiRate Rate, FormerReceipts Former, Func<PortalDb> Open);
