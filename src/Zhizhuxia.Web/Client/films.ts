// 挂上视频: the desk's page around the readers' way of uploading.
import "./desk";
import "./answer";
