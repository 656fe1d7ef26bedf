using Zhizhuxia.Intake;

namespace Zhizhuxia.Web.Submit;

/// <summary>What every address that takes pieces by JSON asks first: whose key, and how many already.</summary>
internal readonly record struct ApiDoor(ShowApiKey Show, ApiRate Rate);
