const Known: Record<string, string> = {
  NotAllowedError: "没有完成：可能您取消了，或者等得太久。可以再试一次。",
  InvalidStateError: "这台设备或密码管理器里已经有您的通行密钥，不用再加。",
  SecurityError: "这个网址不能用通行密钥。请用域名和 https 打开。",
  NotSupportedError: "这台设备做不出需要的通行密钥。请换一台设备，或者用密码和验证码。",
  ConstraintError: "这台设备还没有锁屏。请先设好指纹、面容或开机密码。",
  Expired: "页面放得太久了，请刷新后再试。",
  TooMany: "试得太快了，请过一分钟再试。",
};

/** What a person is told when a passkey was not made or not used. */
export function sentence(error: unknown): string {
  if (error instanceof TypeError) return "网络好像断了，请稍后再试。";
  const name = error instanceof DOMException ? error.name : "";
  return Known[name] ?? "没有完成，请再试一次；还是不行，就用密码登录。";
}
