namespace Zhizhuxia.Submissions;

public enum CloseReason
{
    Declined,
    Withdrawn,
    Duplicate,
    Spam,
    Expired,
}
